import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProblemBody, Reply, TestApp } from '../support/app.js';
import type { TestDatabase } from '../support/database.js';
import { aCustomer, anEmail, aPromo, aReferrer, aTenant, atOnce } from '../support/factories.js';
import { HALVES } from '../support/halves.js';
import { breachesIn } from '../support/ledger-invariants.js';
import { command, type ServiceProcess, type Settings } from '../support/process.js';

/** Of whom and of what callers speak. */
export interface Standing {
  readonly slug: string;
  readonly admin: string;
  /** Who redeems and is given credit; their ids begin with `old_`. */
  readonly customerIds: readonly string[];
  readonly referralCode: string;
  readonly promoCode: string;
}

/** Each enrollment also writes to two ledgers, of which all share the referrer's. */
const CREDIT_FOR_BOTH = {
  referral_enabled: true,
  referral_reward_type: 'credit',
  referral_reward_value: 20,
  referral_reward_referee_type: 'credit',
  referral_reward_referee_value: 5,
} as const;

/** A tenant with customers, one of them a referrer, and a promo. */
export async function standingAt(app: TestApp): Promise<Standing> {
  const tenant = await aTenant(app, { program: CREDIT_FOR_BOTH });
  const promo = await aPromo(app, tenant, { combinable_with_referral: true });
  const john = await aReferrer(app, tenant, { id: 'old_john' });
  const others = [
    await aCustomer(app, tenant, { id: 'old_mary' }),
    await aCustomer(app, tenant, { id: 'old_zoe' }),
  ];
  return {
    slug: tenant.slug,
    admin: tenant.admin,
    customerIds: [john, ...others].map(({ id }) => id),
    referralCode: john.code,
    promoCode: promo.code,
  };
}

/** What a request leaves behind: `mark`, which it chose, `id`, as it was answered, and how often. */
const EFFECTS = {
  enrollment: `select customer.email as mark, enrollment.id
                 from enrollment join customer on customer.tenant_id = enrollment.tenant_id
                                              and customer.id = enrollment.customer_id`,
  redemption: `select invoice_id as mark, id from redemption`,
  credit: `select reason as mark, null as id from credit_entry where kind = 'grant' and reason is not null`,
} as const;
type Kind = keyof typeof EFFECTS;
const KINDS = Object.keys(EFFECTS) as Kind[];

type Database = Pick<TestDatabase, 'sql'>;

interface Effect {
  readonly mark: string;
  readonly id: string | null;
}

interface Sent {
  readonly kind: Kind;
  readonly mark: string;
  readonly customer: string;
  /** Its Idempotency-Key, if it has one. */
  readonly key: string | undefined;
  /** What it was answered when it was done. */
  answer?: Reply<{ id?: string }>;
}

const PAUSE_MS = 50;
/** How long a caller tries again: longer than any fault lasts. */
const PATIENCE_MS = 30_000;

/**
 * Callers who enroll, redeem and give credit without a pause: one after another without an Idempotency-Key, and with one.
 * Who has a key sends the same again until it is done; who has none can't know what became of it.
 */
export class Load {
  private readonly sent: Sent[] = [];
  private readonly refusals: Reply<ProblemBody>[] = [];
  private unanswered = 0;
  private stopping = false;
  private patience = PATIENCE_MS;
  private calling: Promise<unknown> | undefined;

  /** @param service whom to call; may be another one after a while */
  constructor(
    private readonly standing: Standing,
    private readonly service: () => ServiceProcess,
  ) {}

  start(callers: number): this {
    this.calling = atOnce(callers, async (caller) => {
      for (let turn = caller; !this.stopping; turn++) await this.see(this.request(turn));
    });
    return this;
  }

  /** Ends when everybody has been answered. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.calling;
  }

  /** Ends when everybody has been answered, or hung up on: nobody tries again. */
  async giveUp(): Promise<void> {
    this.patience = 0;
    await this.stop();
  }

  get acknowledged(): number {
    return this.sent.filter(({ answer }) => answer !== undefined).length;
  }

  /** How often the service did not do it: said so, or hung up. */
  get failed(): { refused: number; unanswered: number } {
    return { refused: this.refusals.length, unanswered: this.unanswered };
  }

  /** Calls as they were answered: done, under way, or not now and when to try again. Nothing else. */
  expectRefusalsThatPass(): void {
    for (const { status, body, headers } of this.refusals) {
      expect([status, body.code]).toEqual(
        status === 409 ? [409, 'idempotency_in_progress'] : [503, 'database_unavailable'],
      );
      if (status === 503) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
  }

  /**
   * Everything acknowledged is there once, as it was answered; the rest at most once; nothing is half done, and the
   * ledger is whole.
   */
  async expectNothingLost(database: Database, settings: Settings): Promise<void> {
    for (const [{ mark, answer }, effects] of await this.effects(database)) {
      if (answer !== undefined)
        expect([mark, effects]).toEqual([mark, [{ mark, id: answer.body.id ?? null }]]);
      expect([mark, effects.length > 1]).toEqual([mark, false]);
    }
    for (const [half, from] of HALVES)
      expect([half, await database.sql(`select from ${from}`)]).toEqual([half, []]);
    expect(await breachesIn(database)).toEqual(new Map());
    expect(await command(['ledger', 'verify'], settings)).toMatchObject({ code: 0, signal: null });
  }

  /** Whatever was done was also answered: nobody was served and hung up on. */
  async expectNothingUntold(database: Database): Promise<void> {
    const untold = (await this.effects(database)).filter(
      ([{ answer }, effects]) => answer === undefined && effects.length > 0,
    );
    expect(untold).toEqual([]);
  }

  /** Whatever had a key was acknowledged in the end. */
  expectAllKeyedDone(): void {
    expect(this.sent.filter(({ key, answer }) => key !== undefined && answer === undefined)).toEqual([]);
  }

  /** What each request has left behind. */
  private async effects(database: Database): Promise<[Sent, Effect[]][]> {
    const found = await Promise.all(KINDS.map((kind) => database.sql<Effect>(EFFECTS[kind])));
    const byMark = new Map<string, Effect[]>();
    for (const effect of found.flat()) byMark.set(effect.mark, [...(byMark.get(effect.mark) ?? []), effect]);
    return this.sent.map((sent) => [sent, byMark.get(sent.mark) ?? []]);
  }

  private request(turn: number): Sent {
    const kind = KINDS[turn % KINDS.length] ?? 'credit';
    const key = turn % 2 === 0 ? randomUUID() : undefined;
    const { customerIds } = this.standing;
    return { kind, mark: anEmail(), customer: customerIds[turn % customerIds.length] ?? '', key };
  }

  private async see(request: Sent): Promise<void> {
    this.sent.push(request);
    const asked = performance.now();
    do {
      const reply = await this.send(request).catch(() => undefined);
      if (reply === undefined) this.unanswered++;
      else if (reply.status < 300) request.answer = reply;
      else this.refusals.push(reply as Reply<ProblemBody>);
      if (request.answer !== undefined) return;
      await sleep(PAUSE_MS);
    } while (request.key !== undefined && performance.now() - asked < this.patience);
  }

  private send({ kind, mark, customer, key }: Sent): Promise<Reply<{ id?: string }>> {
    const { slug, admin, referralCode, promoCode } = this.standing;
    const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
    const post = (path: string, token: string | undefined, body: object): Promise<Reply<{ id?: string }>> =>
      this.service().call('POST', path, token, body, headers);
    switch (kind) {
      case 'enrollment': {
        const codes = { tenant_slug: slug, referral_code: referralCode, promo_code: promoCode };
        return post('/api/enrollments', undefined, { ...codes, name: 'New Friend', email: mark });
      }
      case 'redemption': {
        const invoice = { invoice_id: mark, currency: 'USD', amount_cents: 1_000 };
        return post('/api/redemptions', admin, { customer_id: customer, ...invoice });
      }
      case 'credit': {
        const path = `/api/customers/${customer}/credit/adjustments`;
        return post(path, admin, { amount_cents: 100, reason: mark });
      }
    }
  }
}
