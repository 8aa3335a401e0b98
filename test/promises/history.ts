import { AsyncLocalStorage } from 'node:async_hooks';
import { isDeepStrictEqual } from 'node:util';
import { Clock } from '../../src/core/clock.js';
import type { RedeemRequest } from '../../src/redemption/redemption.dto.js';
import type { ProblemBody, TestApp } from '../support/app.js';
import type { OwnPromo, Referral, Reward } from './model.js';
import type { PromoPlan, Terms } from './plan.js';

/** Something that was said and did not happen. The message tells the history up to there. */
export class Disagreement extends Error {}

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

interface Call {
  readonly token?: string | undefined;
  readonly body?: object;
  /** The status, or the code of a refusal. */
  readonly expected?: number | string;
  /** True if a reader learns nothing from the answer, unless it is not as expected. */
  readonly quiet?: boolean;
}

/** The real application, called in the process, so that several histories can go on at once, each at its own moment. */
export class Stage {
  private readonly moments = new AsyncLocalStorage<Date>();
  private histories = 0;

  constructor(readonly app: TestApp) {
    app.nest.get(Clock).now = (): Date => new Date(this.moments.getStore() ?? Date.now());
  }

  /** An address of its own, because a history also tries codes that do not exist. */
  newAddress(): string {
    const number = ++this.histories;
    return [10, number >> 16, (number >> 8) & 255, number & 255].join('.');
  }

  async send<Body>(
    at: Date,
    address: string,
    method: string,
    url: string,
    call: Call,
  ): Promise<Answer<Body>> {
    const { token, body } = call;
    // Awaited inside, because the request is sent by `then`.
    const response = await this.moments.run(at, async () =>
      Promise.resolve(
        this.app.fastify.inject({
          method: method as 'GET',
          url,
          remoteAddress: address,
          headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
          ...(body === undefined ? {} : { payload: body }),
        }),
      ),
    );
    const text = response.body;
    return { status: response.statusCode, body: (text === '' ? undefined : JSON.parse(text)) as Body };
  }
}

/** A customer of the tenant. */
export interface Person {
  readonly name: string;
  readonly id: string;
  readonly email: string;
  readonly token: string;
  promo?: OwnPromo;
  /** The referral that made this person a customer. */
  referral?: Referral;
}

/** An invoice as it was sent. */
export interface Invoice {
  readonly person: Person;
  readonly request: RedeemRequest;
  readonly redemptionId: string;
  readonly used: readonly (Reward | OwnPromo)[];
  readonly discount: number;
  /** Discounts and credit together. */
  readonly applied: number;
  refunded: number;
  reversed: boolean;
}

/** A promo of the tenant, as it was saved last. */
export interface KnownPromo {
  readonly id: string;
  readonly code: string;
  plan: PromoPlan;
  /** How many people have enrolled with it. */
  uses: number;
}

/** A grant of credit: when it expires, and the reward that it is. */
export interface Lot {
  readonly expiresAt: Date | null;
  readonly reward: Reward | undefined;
  /** How often the credit of the reward had been granted before. */
  readonly grants: number;
}

/** The people of a tenant and all that was said to them so far. */
export class History {
  readonly people: Person[] = [];
  readonly referrals: Referral[] = [];
  readonly rewards: Reward[] = [];
  readonly invoices: Invoice[] = [];
  readonly promos: KnownPromo[] = [];
  /** Every lot of credit that was seen, by id. */
  readonly lots = new Map<string, Lot>();
  enabled = true;
  admin = '';
  readonly tenant = { id: '', slug: '', currency: '' };
  private readonly lines: string[] = [];
  private readonly names = new Map<string, string>();
  private readonly address: string;
  private serial = 0;

  constructor(
    readonly stage: Stage,
    public now: Date,
    public terms: Terms,
  ) {
    this.address = stage.newAddress();
  }

  /** Begins a step: a minute passes, so that what happens in it is newer than everything before. */
  begin(what: string): void {
    this.now = new Date(this.now.getTime() + 60_000);
    this.lines.push(`${this.now.toISOString().slice(0, 16)}  ${what}`);
  }

  wait(hours: number): void {
    this.now = new Date(this.now.getTime() + hours * 3_600_000);
    this.begin(`${hours} hours later`);
  }

  nextNumber(): number {
    return ++this.serial;
  }

  /** Tells a reader whose id it is. */
  name(id: string, name: string): void {
    this.names.set(id, name);
  }

  /** Sends a request, tells its answer, and fails if it was not expected. */
  async call<Body>(method: string, path: string, call: Call = {}): Promise<Body> {
    const { expected = 200, quiet = false } = call;
    const { status, body } = await this.stage.send<Body>(this.now, this.address, method, path, call);
    const outcome = status < 400 ? status : refusalIn(body as ProblemBody);
    if (!quiet || outcome !== expected) {
      this.lines.push(`    ${method} ${path} ${brief(call.body)} -> ${status} ${brief(body)}`);
    }
    this.agree('a request is answered as the history so far demands', expected, outcome);
    return body;
  }

  asAdmin<Body>(method: string, path: string, body?: object, expected?: number | string): Promise<Body> {
    return this.call<Body>(method, path, {
      token: this.admin,
      ...(body && { body }),
      ...(expected !== undefined && { expected }),
    });
  }

  /** Fails with the history so far if what happened is not what was said. */
  agree(promise: string, said: unknown, happened: unknown): void {
    if (isDeepStrictEqual(plain(said), plain(happened))) return;
    throw this.disagreement(`${promise}\n  said:     ${brief(said)}\n  happened: ${brief(happened)}`);
  }

  disagreement(what: string): Disagreement {
    let text = `${what}\n${this.lines.join('\n')}`;
    for (const [id, name] of this.names) text = text.replaceAll(id, name);
    return new Disagreement(text);
  }
}

/** Returns the most specific code of a refusal. */
const refusalIn = ({ code, errors }: ProblemBody): string => errors?.[0]?.code ?? code;

const plain = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);

/** Keys that no reader of a history needs. */
const NOISE = new Set(
  [
    'tenant_slug enrollment_slug enrollment_url currency exposure timeline has_more created_at actor',
    'referrer_name referrer_email referee_name referee_email referral_enabled referrer_name_display',
  ].flatMap((keys) => keys.split(' ')),
);

/** Returns JSON without what says nothing. */
function brief(value: unknown): string {
  const text = JSON.stringify(value, (key, part: unknown) =>
    NOISE.has(key) || part === null || (Array.isArray(part) && part.length === 0) ? undefined : part,
  ) as string | undefined;
  return text === undefined ? '' : text.length > 1500 ? `${text.slice(0, 1500)}…` : text;
}

/** Returns one of a list, whatever the number. */
export const pick = <T>(list: readonly T[], number: number): T | undefined =>
  list.length === 0 ? undefined : list[number % list.length];

/** Returns one of those of a list that something can happen to, but one of all for every fourth number. */
export function prefer<T>(list: readonly T[], isLikely: (one: T) => boolean, number: number): T | undefined {
  const likely = list.filter(isLikely);
  return pick(likely.length === 0 || number % 4 === 3 ? list : likely, number);
}
