import type { SaveConfigRequest } from '../../src/config/config.dto.js';
import type { CreditStatementAnswer } from '../../src/reward/credit/credit.dto.js';
import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import type { ProblemBody, Reply } from './app.js';
import type { TestTenant } from './factories.js';
import type { FactKind } from './ledger-invariants.js';
import type { ServiceProcess } from './process.js';

/** Chance that comes out the same again with the same seed (mulberry32). */
export class Dice {
  constructor(private state: number) {}

  /** A whole number from 0 to below `count`. */
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

/** What all histories together have been told. */
export class Chronicle {
  readonly facts = new Map<FactKind, Map<string, string>>();
  readonly previews: string[] = [];
  /** Answers that should not have been. */
  readonly surprises: string[] = [];
  unanswered = 0;
  /** Acts that were sent again because nobody had answered, and then were answered. */
  repeated = 0;

  /** @param words what is so for good from now on */
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

/** A request, what it may be answered with (statuses, and codes of refusals), and what is learnt from its effect. */
interface Act {
  readonly request: readonly [method: string, path: string, token: string | undefined, body?: unknown];
  readonly may: readonly (number | string)[];
  readonly learn?: (answer: never) => void;
  readonly again?: boolean;
}

/** The status, or of a refusal the code that says most. */
function saidBy({ status, body }: Reply): number | string {
  if (status < 300) return status;
  const { code, errors: [first] = [] } = body as ProblemBody;
  return first?.code ?? code;
}

/** Where a history takes place. */
export interface Stage extends TestTenant {
  readonly promos: readonly string[];
  tokenOf(customerId: string): string;
  /** Terms of the program, by chance. */
  terms(dice: Dice): SaveConfigRequest;
  /** Rows as a superuser sees them. */
  sql(text: string, values: unknown[]): Promise<unknown[]>;
}

/** Those of a history, and what can still be done to what is theirs: ids, codes, and invoices as they were sent. */
interface Scene {
  readonly people: readonly string[];
  readonly codes: readonly string[];
  readonly rewards: readonly string[];
  readonly referrals: readonly string[];
  readonly redemptions: readonly string[];
  readonly invoices: readonly object[];
}

/** `$3`: also what is not there to be used yet, and what has ended. */
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
 * Time passes for a customer's rewards, in the tables, behind the lock of whoever changes them: holds are over, and what
 * is left for use are `$3` seconds. A lot can't be aged: the chain of entries knows its expiry.
 */
const AGE = `
  with person as (select tenant_id, id from customer where tenant_id = $1 and id = $2 for no key update)
  update reward set available_at = least(available_at, now() - interval '2 seconds'),
                    expires_at = least(expires_at, now() + $3 * interval '1 second')
    from person
   where reward.tenant_id = person.tenant_id and reward.customer_id = person.id and status in ('pending', 'available')
     and available_at is not null`;
/** Seconds; some pass between two acts of a history, however fast the machine is. */
const SOON = [-1, 0.5, 4, 12, 30];

/** A referrer, their friends, the friends of these, and what befalls them: by chance, and some of it at once. */
export class History {
  /** How many acts are still to come. */
  left: number;
  private serial = 0;
  private unanswered: Act[] = [];

  /** @param name of its people: their addresses are `name-…@example.com` */
  constructor(
    private readonly stage: Stage,
    private readonly name: string,
    private readonly dice: Dice,
    private readonly chronicle: Chronicle,
  ) {
    this.left = 8 + dice.below(8);
  }

  /** A few acts at once. What was not answered the last time is sent again, or given up. */
  async step(service: ServiceProcess): Promise<void> {
    const { dice, stage } = this;
    const again = this.unanswered.splice(0).filter(() => !dice.oneIn(3));
    const [found] = await stage.sql(SCENE, [stage.id, `${this.name}-%`, dice.oneIn(10)]);
    const scene = found as Scene;
    const acts = Array.from({ length: Math.min(this.left, 1 + dice.below(3)) }, () => this.drawn(scene));
    const twice = acts.filter(() => dice.oneIn(6));
    this.left -= acts.length;
    const all = [...again.map((one) => ({ ...one, again: true })), ...acts, ...twice];
    const aged = dice.oneIn(3) ? stage.sql(AGE, [stage.id, this.one(scene), dice.of(SOON)]) : undefined;
    await Promise.all([aged, ...all.map((one) => this.perform(service, one))]);
  }

  private async perform(service: ServiceProcess, one: Act): Promise<void> {
    const reply = await service.call(...one.request).catch(() => undefined);
    if (reply === undefined) {
      this.chronicle.unanswered++;
      this.unanswered.push(one);
      return;
    }
    if (one.again === true) this.chronicle.repeated++;
    const said = saidBy(reply);
    if (!one.may.includes(said)) {
      const [method, path, , body] = one.request;
      const words = [method, path, body, reply.body].map((word) => JSON.stringify(word));
      this.chronicle.surprises.push(`${this.name}: ${words.join(' ')}`);
    } else if (reply.status < 300) one.learn?.(reply.body as never);
  }

  private drawn(scene: Scene): Act {
    const draw = this.dice.below(100);
    if (scene.people.length === 1 || draw < 12) return this.enroll(scene);
    if (draw < 37) return this.redeem(scene);
    if (draw < 41) return this.redeemAgain(scene);
    if (draw < 63) return this.reverse(scene);
    if (draw < 77) return this.decide(scene);
    return draw < 96 ? this.adjust(scene) : this.look(scene);
  }

  /** The referrer, more often than not: what befalls one account is what counts. */
  private one({ people }: Scene): string {
    return this.dice.oneIn(3) ? this.dice.of(people) : (people[0] ?? '');
  }

  private enroll({ codes }: Scene): Act {
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
      may: [201, 'customer_exists'],
      learn: this.chronicle.keepEnrollment,
    };
  }

  private redeem(scene: Scene): Act {
    const { dice, stage } = this;
    const body = {
      customer_id: this.one(scene),
      invoice_id: `INV-${this.name}-${++this.serial}`,
      currency: stage.currency,
      amount_cents: dice.below(dice.of([2, 3000, 8000, 8000, 20_000])),
    };
    return {
      request: ['POST', '/api/redemptions', stage.admin, body],
      may: [201, 200],
      learn: this.chronicle.keepRedemption,
    };
  }

  /** An invoice that has its redemption: the same again, or with another amount. */
  private redeemAgain(scene: Scene): Act {
    const { dice, stage } = this;
    if (scene.invoices.length === 0) return this.redeem(scene);
    const body = dice.of(scene.invoices);
    const other = dice.oneIn(3);
    return {
      request: ['POST', '/api/redemptions', stage.admin, other ? { ...body, amount_cents: 20_001 } : body],
      may: [other ? 'invoice_already_redeemed' : 200],
      learn: this.chronicle.keepRedemption,
    };
  }

  /** The whole, or a part. */
  private reverse(scene: Scene): Act {
    const { dice, stage } = this;
    if (scene.redemptions.length === 0) return this.redeem(scene);
    const path = `/api/redemptions/${dice.of(scene.redemptions)}/reverse`;
    const amount = dice.oneIn(3) ? {} : { amount_cents: 1 + dice.below(dice.of([10, 500, 3000])) };
    return {
      request: ['POST', path, stage.admin, { ...amount, reason: 'by chance' }],
      may: [200, 'redemption_already_reversed', 'more_than_applied'],
      learn: this.chronicle.keepRedemption,
    };
  }

  /** Voids a reward or a referral, or approves one. */
  private decide(scene: Scene): Act {
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
      may: [200, 'illegal_transition'],
      learn: () => {
        chronicle.keep(fact, id, 'so it is');
      },
    };
  }

  /** Grants credit, some of which expires soon, or takes it. */
  private adjust(scene: Scene): Act {
    const { dice, stage } = this;
    const sign = dice.of([1, 1, -1]);
    const ahead = sign < 0 || dice.oneIn(4) ? undefined : dice.of([...SOON, 7_000_000]);
    const expires_at = ahead === undefined ? null : new Date(Date.now() + ahead * 1000).toISOString();
    const body = {
      amount_cents: sign * (1 + dice.below(sign > 0 ? 3000 : 500)),
      expires_at,
      reason: 'by chance',
    };
    return {
      request: ['POST', `/api/customers/${this.one(scene)}/credit/adjustments`, stage.admin, body],
      may: [201, 'more_than_balance', 'already_expired'],
      learn: this.chronicle.keepStatement,
    };
  }

  /** A statement, which books what is due; a preview, of which nothing is kept; a code; other terms of the program. */
  private look(scene: Scene): Act {
    const { dice, stage, chronicle } = this;
    const customer_id = this.one(scene);
    const invoice = { invoice_id: `INV-${this.name}-never`, currency: stage.currency, amount_cents: 9000 };
    const credit = `/api/customers/${customer_id}/credit`;
    const preview = ['POST', '/api/redemptions/preview', stage.admin, { customer_id, ...invoice }] as const;
    return dice.of<Act>([
      { request: ['GET', credit, stage.admin], may: [200], learn: chronicle.keepStatement },
      { request: preview, may: [200], learn: ({ id }: RedemptionAnswer) => chronicle.previews.push(id) },
      { request: ['GET', '/api/referrals/my-code', stage.tokenOf(customer_id)], may: [200] },
      { request: ['PUT', '/api/referrals/config', stage.admin, stage.terms(dice)], may: [200] },
    ]);
  }
}
