import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProblemBody, Reply, TestApp } from '../support/app.js';
import type { TestDatabase } from '../support/database.js';
import { aCustomer, anEmail, aPromo, aReferrer, aTenant, atOnce } from '../support/factories.js';
import type { ServiceProcess } from '../support/process.js';

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

/** Whoever can look past row-level security. */
export type Database = Pick<TestDatabase, 'sql'>;

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
  readonly sent: Sent[] = [];
  readonly refusals: Reply<ProblemBody>[] = [];
  /** How often the service hung up, or was not there. */
  unanswered = 0;
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

  /** Ends when the last call has ended, one way or the other: nobody tries again. */
  async giveUp(): Promise<void> {
    this.patience = 0;
    await this.stop();
  }

  get acknowledged(): number {
    return this.sent.filter(({ answer }) => answer !== undefined).length;
  }

  /** What each request has left behind. */
  async effects(database: Database): Promise<[Sent, Effect[]][]> {
    const byMark = new Map<string, Effect[]>();
    for (const kind of KINDS)
      for (const effect of await database.sql<Effect>(EFFECTS[kind]))
        byMark.set(effect.mark, [...(byMark.get(effect.mark) ?? []), effect]);
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
      await sleep(PAUSE_MS, undefined, { ref: false }); // which keeps no test run from ending that has failed
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
