import { isDeepStrictEqual } from 'node:util';
import type { SaveConfigRequest } from '../../src/config/config.dto.js';
import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import type { CreatePromoRequest, PromoAnswer } from '../../src/promo/promo.dto.js';
import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import type { Reply, TestApp } from '../support/app.js';
import type { CurrencyCase } from '../support/currencies.js';
import {
  aPromo,
  aReferrer,
  aTenant,
  saveProgram,
  type TestReferrer,
  type TestTenant,
} from '../support/factories.js';

export const REASON = { reason: 'a story' };

/** What one feature adds to the story of every pair that it is part of. */
export interface Feature {
  readonly name: string;
  /** Settings of the program. Amounts are whole major units; those of the second feature of a pair win. */
  readonly program?: (cents: CurrencyCase['cents']) => Partial<SaveConfigRequest>;
  readonly beforeEnrollment?: (story: Story) => unknown;
  /** Between the enrollment and the first invoice. */
  readonly afterEnrollment?: (story: Story) => unknown;
  readonly afterInvoice?: (story: Story) => unknown;
  /** Headers of the requests that enroll and redeem; each is then sent twice. */
  readonly idempotencyKey?: true;
}

/** John invites Jane; she enrolls and pays invoices. What happens beside that is told by the features. */
export class Story {
  jane: EnrollmentAnswer | undefined;
  invoice: RedemptionAnswer | undefined;
  promo: PromoAnswer | undefined;
  /** The person as she enrolls. */
  person: { name: string; email: string } = { name: 'Jane Smith', email: 'jane@example.com' };
  now = new Date('2026-11-10T10:00:00Z');

  private constructor(
    readonly app: TestApp,
    readonly tenant: TestTenant,
    readonly john: TestReferrer,
    readonly program: Partial<SaveConfigRequest>,
    readonly cents: CurrencyCase['cents'],
  ) {}

  /** The base: the referrer earns 20 of credit, the friend 10 % off, on the friend's first invoice. */
  static async begin(
    app: TestApp,
    { currency, cents }: CurrencyCase,
    features: readonly Feature[],
  ): Promise<Story> {
    app.stopClockAt('2026-11-10T10:00:00.000Z');
    const tenant = await aTenant(app, { currency });
    const program = Object.assign(
      {
        referral_qualify_on: 'first_invoice',
        referral_reward_type: 'credit',
        referral_reward_value: 20,
      },
      ...features.map((feature) => feature.program?.(cents)),
    ) as Partial<SaveConfigRequest>;
    await saveProgram(app, tenant, program);
    return new Story(app, tenant, await aReferrer(app, tenant), program, cents);
  }

  get janeId(): string {
    return this.jane?.customer_id ?? '';
  }

  get referralId(): string | null {
    return this.jane?.referral.referral_id ?? null;
  }

  wait(days: number): void {
    this.now = new Date(this.now.getTime() + days * 24 * 3_600_000);
    this.app.stopClockAt(this.now.toISOString());
  }

  /** Adds the promo that Jane enrolls with. */
  async withPromo(promo: Partial<CreatePromoRequest>): Promise<PromoAnswer> {
    return (this.promo = await aPromo(this.app, this.tenant, promo));
  }

  asAdmin<Body>(method: string, path: string, body?: object): Promise<Reply<Body>> {
    return this.app.call<Body>(method, path, { token: this.tenant.admin, ...(body && { body }) });
  }

  /** Decides about the referral, if there is one. A decision that its status does not allow is refused. */
  async decide(how: 'approve' | 'void'): Promise<void> {
    if (this.referralId === null) return;
    const { status } = await this.asAdmin('POST', `/api/referrals/${this.referralId}/${how}`, REASON);
    expectOneOf([200, 409], status);
  }

  /** Redeems an invoice of a customer with the total that its preview says. */
  async pay(customer_id: string, amount: number, key?: string): Promise<RedemptionAnswer | undefined> {
    const invoice = {
      customer_id,
      invoice_id: `INV-${customer_id}-${this.now.getTime()}`,
      currency: this.tenant.currency,
      amount_cents: this.cents(amount),
    };
    const preview = await this.asAdmin<RedemptionAnswer>('POST', '/api/redemptions/preview', invoice);
    if (preview.status === 404) return undefined; // erased
    const expecting = { ...invoice, expected_total_cents: preview.body.total_cents };
    const send = (): Promise<Reply<RedemptionAnswer>> =>
      this.app.call<RedemptionAnswer>('POST', '/api/redemptions', {
        token: this.tenant.admin,
        body: expecting,
        ...(key !== undefined && { headers: { 'idempotency-key': key } }),
      });
    const { status, body } = await send();
    expectSame('an invoice comes to what its preview says', 201, status);
    const again = await send();
    expectSame('an invoice that is sent again gets the same answer', body, again.body);
    const share = ({
      lines,
      left_out,
      discount_cents,
      credit_cents,
      total_cents,
    }: RedemptionAnswer): object => ({
      lines: lines.map(({ lot_id: _, ...line }) => line),
      ...{ left_out, discount_cents, credit_cents, total_cents },
    });
    expectSame('a redemption is what its preview says', share(preview.body), share(body));
    return body;
  }
}

/** Fails with both values if they differ. */
export function expectSame(promise: string, said: unknown, happened: unknown): void {
  const [left, right] = [said, happened].map((value) => JSON.parse(JSON.stringify(value ?? null)) as unknown);
  if (isDeepStrictEqual(left, right)) return;
  throw new Error(`${promise}\n  said:     ${JSON.stringify(left)}\n  happened: ${JSON.stringify(right)}`);
}

export function expectOneOf(allowed: readonly number[], status: number): void {
  if (!allowed.includes(status)) throw new Error(`${status}, and not one of ${allowed.join(', ')}`);
}
