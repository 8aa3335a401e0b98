import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { newId } from '../common/ids.js';
import { canonicalEmail } from '../customer/canonical-email.js';
import { CustomerRepository } from '../customer/customer.repository.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Outbox } from '../outbox/outbox.js';
import { PromoCheckService } from '../promo/promo-check.service.js';
import { ReferralOfferQuery } from '../referral/referral-offer.query.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { attribute } from './attribution.js';
import { codesAnswer, type Outcomes } from './codes.js';
import type { EnrollmentAnswer, EnrollRequest } from './enrollment.dto.js';
import { EnrollmentRepository } from './enrollment.repository.js';
import { ReferralRecorder } from './referral-recorder.js';

type Person = Omit<EnrollRequest, 'tenant_slug'>;

/** Makes a person a customer: the one place where customer, promo, referral and reward meet. */
@Injectable()
export class EnrollmentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly customers: CustomerRepository,
    private readonly promos: PromoCheckService,
    private readonly offers: ReferralOfferQuery,
    private readonly recorder: ReferralRecorder,
    private readonly enrollments: EnrollmentRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Enrolls a person: all of it in one transaction, or nothing. Codes that don't work are reported, and stop nothing.
   * @param actor who enrolls, as the timeline names it
   * @throws DomainError `customer_exists`, with nothing written
   */
  enroll(tenant: Tenant, person: Person, actor: string, at = this.clock.now()): Promise<EnrollmentAnswer> {
    return this.unitOfWork.run(tenant.id, async (tx) => {
      const customerId = newId('cus');
      const { name, email, phone = null } = person;
      this.customers.insert(tx, { id: customerId, name, email, phone, status: 'active', createdAt: at });
      const outcomes = await this.check(tx, person, at);
      const referralId = this.recorder.record(tx, outcomes.referral, customerId, actor, at);
      const id = this.keep(tx, outcomes, { customerId, referralId }, at);
      return {
        id,
        customer_id: customerId,
        created_at: at.toISOString(),
        ...codesAnswer(outcomes, tenant.currency, referralId),
      };
    });
  }

  /** Checks each code alone, then applies the guide's rule to what was found. A valid promo has lost one use by then. */
  private async check(
    tx: Transaction,
    { email, referral_code, promo_code }: Person,
    at: Date,
  ): Promise<Outcomes> {
    const [promo, offer] = await Promise.all([
      promo_code ? this.promos.redeem(tx, promo_code, at) : undefined,
      referral_code ? this.offers.findIn(tx, referral_code) : undefined,
    ]);
    const own = offer?.referrer_canonical_email === canonicalEmail(email);
    const refusal = own ? 'self_referral' : 'invalid_code';
    return attribute(
      referral_code ? (offer === undefined || own ? { refusal } : { found: offer }) : undefined,
      promo && ('promo' in promo ? { found: promo.promo } : promo),
    );
  }

  /** Writes the enrollment itself, and what others are told about it. */
  private keep(
    tx: Transaction,
    { referral, promo }: Outcomes,
    { customerId, referralId }: { customerId: string; referralId: string | null },
    at: Date,
  ): string {
    const id = newId('enr');
    const taken = promo.status === 'applied' ? promo.promo : undefined;
    this.enrollments.insert(tx, {
      id,
      customerId,
      referralStatus: referral.status,
      referralReason: referral.reason,
      referralId,
      promoStatus: promo.status,
      promoReason: promo.reason,
      promoId: taken?.id ?? null,
      promoDiscountType: taken?.discount_type ?? null,
      promoDiscountUnits: taken?.discount_units ?? null,
      createdAt: at,
    });
    const data = { enrollment_id: id, customer_id: customerId };
    this.outbox.append(tx, at, { type: 'customer.enrolled', data });
    if (taken !== undefined)
      this.outbox.append(tx, at, { type: 'promo.redeemed', data: { ...data, promo_id: taken.id } });
    return id;
  }
}
