import type { SaveConfigRequest } from '../../src/config/config.dto.js';
import type { CreditStatementAnswer } from '../../src/reward/credit/credit.dto.js';
import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import type { ProblemBody, Reply } from './app.js';
import type { TestTenant } from './factories.js';
import type { FactKind } from './ledger-invariants.js';
import type { ServiceProcess } from './process.js';

/** A random generator that repeats its sequence for the same seed (mulberry32). */
export class Dice {
  constructor(private state: number) {}

  /** Returns an integer of [0, count). */
  below(count: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  }

  oneIn(count: number): boolean {
    return this.below(count) === 0;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

/** Records what the service has answered to all histories. */
export class Chronicle {
  readonly facts = new Map<FactKind, Map<string, string>>();
  readonly previews: string[] = [];
  /** Unexpected responses. */
  readonly surprises: string[] = [];
  unanswered = 0;
  /** The number of actions that were answered only when they were sent again. */
  repeated = 0;

  /** Records a fact that must not change from now on. @param words the fact, in parts */
  keep(kind: FactKind, id: string, ...words: (string | number | null)[]): void {
    const facts = this.facts.get(kind) ?? new Map<string, string>();
    const fact = words.filter((word) => word !== null).join(' ');
    const before = facts.get(id) ?? fact;
    if (before !== fact) this.surprises.push(`${kind} ${id} was "${before}", and now is "${fact}"`);
    this.facts.set(kind, facts.set(id, fact));
  }

  readonly keepEnrollment = ({ id, customer_id, referral }: EnrollmentAnswer): void => {
    this.keep('enrollment', id, customer_id, referral.referral_id);
  };

  readonly keepRedemption = (told: RedemptionAnswer): void => {
    const amounts = [told.subtotal_cents, told.discount_cents, told.credit_cents, told.total_cents];
    const lines = told.lines.map(({ source, amount_cents }) => `${source}:${amount_cents}`);
    this.keep('redemption', told.id, told.customer_id, told.invoice_id, ...amounts, ...lines);
    for (const { id, amount_cents, credit_cents } of told.reversals) {
      this.keep('reversal', id, told.id, amount_cents, credit_cents);
    }
  };

  readonly keepStatement = ({ entries }: CreditStatementAnswer): void => {
    for (const { id, sequence, kind, amount_cents, balance_cents, lot_id, redemption_id } of entries) {
      this.keep('credit entry', id, sequence, kind, amount_cents, balance_cents, lot_id, redemption_id);
    }
  };
}

/** A request, its expected responses (statuses, and codes of refusals), and a function that records the response. */
interface Action {
  readonly request: readonly [method: string, path: string, token: string | undefined, body?: unknown];
  readonly expected: readonly (number | string)[];
  readonly record?: (answer: never) => void;
  readonly again?: boolean;
}

/** Returns the status of a success, or the most specific code of a refusal. */
function outcomeOf({ status, body }: Reply): number | string {
  if (status < 300) return status;
  const { code, errors: [first] = [] } = body as ProblemBody;
  return first?.code ?? code;
}

/** The tenant in which histories take place. */
export interface HistoryTenant extends TestTenant {
  readonly promos: readonly string[];
  tokenOf(customerId: string): string;
  /** Returns random terms of the program. */
  terms(dice: Dice): SaveConfigRequest;
  /** Runs a statement as a superuser. */
  sql(text: string, values: unknown[]): Promise<unknown[]>;
}

/** The people of a history, and the objects of theirs that can still change: ids, codes, and invoices as they were sent. */
interface Scene {
  readonly people: readonly string[];
  readonly codes: readonly string[];
  readonly rewards: readonly string[];
  readonly referrals: readonly string[];
  readonly redemptions: readonly string[];
  readonly invoices: readonly object[];
}

/** `$3` includes objects that can no longer or not yet be used. */
const SCENE = `
  with person as (select id from customer where tenant_id = $1 and email like $2)
  select array(select id from person order by id) as people,
         array(select code from referral_code where tenant_id = $1 and customer_id in (select id from person)
                order by code) as codes,
         array(select id from reward where tenant_id = $1 and customer_id in (select id from person)
                  and (status in ('available', 'applied') or $3) order by id) as rewards,
         array(select id from referral where tenant_id = $1 and referee_customer_id in (select id from person)
                  and (status in ('pending', 'qualified') or $3) order by id) as referrals,
         array(select id from redemption where tenant_id = $1 and customer_id in (select id from person)
                  and (status <> 'reversed' and total_cents < subtotal_cents or $3) order by id) as redemptions,
         array(select json_build_object('customer_id', customer_id, 'invoice_id', invoice_id, 'currency', currency,
                                        'amount_cents', subtotal_cents)
                 from redemption where tenant_id = $1 and customer_id in (select id from person) order by id) as invoices`;

/**
 * Ages a customer's rewards, behind the customer's lock: hold periods end, and available rewards expire in `$3` seconds at
 * the latest. Lots can't be aged, because the hash chain of entries includes their expiry.
 */
const AGE = `
  with person as (select tenant_id, id from customer where tenant_id = $1 and id = $2 for no key update)
  update reward set available_at = least(available_at, now() - interval '2 seconds'),
                    expires_at = least(expires_at, now() + $3 * interval '1 second')
    from person
   where reward.tenant_id = person.tenant_id and reward.customer_id = person.id and status in ('pending', 'available')
     and available_at is not null`;
/** In seconds. Some of these pass between two actions of a history, however fast the machine is. */
const SOON = [-1, 0.5, 4, 12, 30];

/** Sends random actions, some of them concurrently, for a referrer, their friends, and the friends of these. */
export class History {
  /** The number of actions that remain. */
  left: number;
  private serial = 0;
  private unanswered: Action[] = [];

  /** @param name the prefix of the people's addresses: `name-…@example.com` */
  constructor(
    private readonly stage: HistoryTenant,
    private readonly name: string,
    private readonly dice: Dice,
    private readonly chronicle: Chronicle,
  ) {
    this.left = 8 + dice.below(8);
  }

  /** Sends a few actions at once. Actions without a response in the last step are sent again or dropped. */
  async step(service: ServiceProcess): Promise<void> {
    const { dice, stage } = this;
    const again = this.unanswered.splice(0).filter(() => !dice.oneIn(3));
    const [found] = await stage.sql(SCENE, [stage.id, `${this.name}-%`, dice.oneIn(10)]);
    const scene = found as Scene;
    const acts = Array.from({ length: Math.min(this.left, 1 + dice.below(3)) }, () => this.drawAction(scene));
    const twice = acts.filter(() => dice.oneIn(6));
    this.left -= acts.length;
    const all = [...again.map((one) => ({ ...one, again: true })), ...acts, ...twice];
    const aged = dice.oneIn(3) ? stage.sql(AGE, [stage.id, this.one(scene), dice.of(SOON)]) : undefined;
    await Promise.all([aged, ...all.map((one) => this.perform(service, one))]);
  }

  private async perform(service: ServiceProcess, one: Action): Promise<void> {
    const reply = await service.call(...one.request).catch(() => undefined);
    if (reply === undefined) {
      this.chronicle.unanswered++;
      this.unanswered.push(one);
      return;
    }
    if (one.again === true) this.chronicle.repeated++;
    const outcome = outcomeOf(reply);
    if (!one.expected.includes(outcome)) {
      const [method, path, , body] = one.request;
      const words = [method, path, body, reply.body].map((word) => JSON.stringify(word));
      this.chronicle.surprises.push(`${this.name}: ${words.join(' ')}`);
    } else if (reply.status < 300) one.record?.(reply.body as never);
  }

  private drawAction(scene: Scene): Action {
    const draw = this.dice.below(100);
    if (scene.people.length === 1 || draw < 12) return this.enroll(scene);
    if (draw < 37) return this.redeem(scene);
    if (draw < 41) return this.redeemAgain(scene);
    if (draw < 63) return this.reverse(scene);
    if (draw < 77) return this.decide(scene);
    return draw < 96 ? this.adjust(scene) : this.look(scene);
  }

  /** Returns a person, mostly the referrer, so that many actions concern one account. */
  private one({ people }: Scene): string {
    return this.dice.oneIn(3) ? this.dice.of(people) : (people[0] ?? '');
  }

  private enroll({ codes }: Scene): Action {
    const { dice, stage } = this;
    const body = {
      tenant_slug: stage.slug,
      name: 'New Friend',
      email: `${this.name}-${++this.serial}@example.com`,
      referral_code: dice.of(codes),
      promo_code: dice.oneIn(3) ? dice.of(stage.promos) : null,
    };
    return {
      request: ['POST', '/api/enrollments', undefined, body],
      expected: [201, 'customer_exists'],
      record: this.chronicle.keepEnrollment,
    };
  }

  private redeem(scene: Scene): Action {
    const { dice, stage } = this;
    const body = {
      customer_id: this.one(scene),
      invoice_id: `INV-${this.name}-${++this.serial}`,
      currency: stage.currency,
      amount_cents: dice.below(dice.of([2, 3000, 8000, 8000, 20_000])),
    };
    return {
      request: ['POST', '/api/redemptions', stage.admin, body],
      expected: [201, 200, 'redemption_reversed'],
      record: this.chronicle.keepRedemption,
    };
  }

  /** Sends an invoice that was redeemed already: unchanged, or with another amount. */
  private redeemAgain(scene: Scene): Action {
    const { dice, stage } = this;
    if (scene.invoices.length === 0) return this.redeem(scene);
    const body = dice.of(scene.invoices);
    const other = dice.oneIn(3);
    return {
      request: ['POST', '/api/redemptions', stage.admin, other ? { ...body, amount_cents: 20_001 } : body],
      expected: other ? ['invoice_already_redeemed'] : [200, 'redemption_reversed'],
      record: this.chronicle.keepRedemption,
    };
  }

  /** Reverses a redemption, fully or partly. */
  private reverse(scene: Scene): Action {
    const { dice, stage } = this;
    if (scene.redemptions.length === 0) return this.redeem(scene);
    const path = `/api/redemptions/${dice.of(scene.redemptions)}/reverse`;
    const part = 1 + dice.below(dice.of([10, 500, 3000]));
    const amount = dice.of([{}, { amount_cents: part }, { refunded_cents: part }]);
    return {
      request: ['POST', path, stage.admin, { ...amount, reason: 'by chance' }],
      expected: [200, 'redemption_already_reversed', 'more_than_applied', 'more_than_invoice'],
      record: this.chronicle.keepRedemption,
    };
  }

  /** Voids a reward or a referral, or approves one. */
  private decide(scene: Scene): Action {
    const { dice, stage, chronicle } = this;
    const [room, decision, fact] = dice.of([
      ['rewards', 'void', 'end of a reward'],
      ['referrals', 'void', 'end of a referral'],
      ['referrals', 'approve', 'approval'],
    ] as const);
    if (scene[room].length === 0) return this.enroll(scene);
    const id = dice.of(scene[room]);
    return {
      request: ['POST', `/api/${room}/${id}/${decision}`, stage.admin, { reason: 'by chance' }],
      expected: [200, 'illegal_transition'],
      record: () => {
        chronicle.keep(fact, id, 'so it is');
      },
    };
  }

  /** Grants credit, some of which expires soon, or deducts some. */
  private adjust(scene: Scene): Action {
    const { dice, stage } = this;
    const sign = dice.of([1, 1, -1]);
    const ahead = sign < 0 || dice.oneIn(4) ? undefined : dice.of([...SOON, 7_000_000]);
    const expires_at = ahead === undefined ? null : new Date(Date.now() + ahead * 1000).toISOString();
    const amount_cents = sign * (1 + dice.below(sign > 0 ? 3000 : 500));
    const body = { amount_cents, expires_at, reason: 'by chance' };
    return {
      request: ['POST', `/api/customers/${this.one(scene)}/credit/adjustments`, stage.admin, body],
      expected: [201, 'more_than_balance', 'already_expired'],
      record: this.chronicle.keepStatement,
    };
  }

  /** Reads a statement (which books due changes), a preview (which stores nothing) or a code, or changes the terms. */
  private look(scene: Scene): Action {
    const { dice, stage, chronicle } = this;
    const { previews } = chronicle;
    const customer_id = this.one(scene);
    const invoice = { invoice_id: `INV-${this.name}-never`, currency: stage.currency, amount_cents: 9000 };
    const credit = `/api/customers/${customer_id}/credit`;
    const preview = ['POST', '/api/redemptions/preview', stage.admin, { customer_id, ...invoice }] as const;
    return dice.of<Action>([
      { request: ['GET', credit, stage.admin], expected: [200], record: chronicle.keepStatement },
      { request: preview, expected: [200], record: () => previews.push(invoice.invoice_id) },
      { request: ['GET', '/api/referrals/my-code', stage.tokenOf(customer_id)], expected: [200] },
      { request: ['PUT', '/api/referrals/config', stage.admin, stage.terms(dice)], expected: [200] },
    ]);
  }
}
