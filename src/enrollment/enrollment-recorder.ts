import { Injectable } from '@nestjs/common';
import { newId } from '../common/ids.js';
import type { Transaction } from '../database/transaction.js';
import { type DomainEvent, Outbox } from '../outbox/outbox.js';
import type { ReferralOffer } from '../referral/referral-offer.query.js';
import { ReferralRepository, type ReferralRow, type TimelineEntry } from '../referral/referral.repository.js';
import type { Act } from '../reward/act.js';
import { EarningService, type EarningSide } from '../reward/earning.service.js';
import type { CheckedCodes } from './code-checker.js';
import type { Enrollment } from './enrollment.entity.js';
import { EnrollmentRepository } from './enrollment.repository.js';

/** Who enrolled, by whose hand, and when. */
export interface Enrolled extends Act {
  readonly customerId: string;
}

/** Writes down an enrollment whose codes have been checked: the record, the referral, the rewards and the events. */
@Injectable()
export class EnrollmentRecorder {
  constructor(
    private readonly enrollments: EnrollmentRepository,
    private readonly referrals: ReferralRepository,
    private readonly earning: EarningService,
    private readonly outbox: Outbox,
  ) {}

  /** @returns the enrollment's id, and the referral's if the code applied */
  async record(
    tx: Transaction,
    codes: CheckedCodes,
    enrolled: Enrolled,
  ): Promise<{ id: string; referralId: string | null }> {
    const id = newId('enr');
    const { customerId, at } = enrolled;
    const { referral: outcome } = codes;
    const referral = outcome.status === 'applied' ? referralOf(outcome.offer, enrolled) : undefined;
    if (referral !== undefined) this.referrals.insert(tx, referral);
    const promo = promoColumns(codes);
    this.enrollments.insert(tx, {
      id,
      customerId,
      referralStatus: outcome.status,
      referralReason: outcome.reason,
      referralId: referral?.id ?? null,
      ...promo,
      createdAt: at,
    });
    const ids = { enrollment_id: id, customer_id: customerId };
    this.outbox.append(tx, at, ...eventsOf(ids, referral, promo.promoId));
    if (referral !== undefined && outcome.status === 'applied') {
      await this.earn(tx, referral, outcome, enrolled);
    }
    return { id, referralId: referral?.id ?? null };
  }

  /** Beside a promo that keeps the referee's reward out, the referrer earns all the same. */
  private async earn(
    tx: Transaction,
    referral: ReferralRow,
    { offer, reason }: Extract<CheckedCodes['referral'], { status: 'applied' }>,
    enrolled: Enrolled,
  ): Promise<void> {
    this.referrals.tell(tx, ...linesOf(referral, enrolled));
    const sides = sidesOf(offer, enrolled.customerId).filter(
      ({ role }) => reason === null || role === 'referrer',
    );
    const { id, status, termsVersion } = referral;
    const earning = { id, qualified: status === 'qualified', settings: offer, termsVersion };
    await this.earning.earn(tx, earning, sides, enrolled);
  }
}

/** Under the terms that are current now and stay its own. */
const referralOf = (offer: ReferralOffer, { customerId, at }: Enrolled): ReferralRow => ({
  id: newId('ref'),
  referrerCustomerId: offer.referrer_customer_id,
  refereeCustomerId: customerId,
  referralCode: offer.referral_code,
  termsVersion: offer.terms_version,
  status: offer.qualifyOn === 'enrollment' ? 'qualified' : 'pending',
  createdAt: at,
});

const sidesOf = (offer: ReferralOffer, refereeId: string): EarningSide[] => [
  { role: 'referee', customerId: refereeId, terms: { type: offer.referee_type, units: offer.referee_units } },
  {
    role: 'referrer',
    customerId: offer.referrer_customer_id,
    terms: { type: offer.referrer_type, units: offer.referrer_units },
  },
];

function linesOf(
  { id: referralId, referralCode, status }: ReferralRow,
  { actor, at }: Enrolled,
): TimelineEntry[] {
  const line = (event: string, detail: string): TimelineEntry => ({ referralId, at, event, actor, detail });
  const created = line('referral.created', `enrolled with code ${referralCode}`);
  return status === 'qualified'
    ? [created, line('referral.qualified', 'qualified by enrollment')]
    : [created];
}

/** The promo as it was on the day: a later change of it takes nothing from who has used it. */
function promoColumns({ promo: outcome }: CheckedCodes): PromoColumns {
  const { status: promoStatus, reason: promoReason } = outcome;
  if (outcome.status !== 'applied') {
    return { promoStatus, promoReason, ...NO_PROMO };
  }
  const { id, discount_type, discount_units, combinable_with_referral } = outcome.promo;
  return {
    promoStatus,
    promoReason,
    promoId: id,
    promoDiscountType: discount_type,
    promoDiscountUnits: discount_units,
    promoCombinable: combinable_with_referral,
    promoRedemptionId: null,
  };
}

const NO_PROMO = {
  promoId: null,
  promoDiscountType: null,
  promoDiscountUnits: null,
  promoCombinable: null,
  promoRedemptionId: null,
};

type PromoColumns = Pick<Enrollment, 'promoStatus' | 'promoReason' | keyof typeof NO_PROMO>;

function eventsOf(
  ids: { enrollment_id: string; customer_id: string },
  referral: ReferralRow | undefined,
  promoId: string | null,
): DomainEvent[] {
  const events: DomainEvent[] = [{ type: 'customer.enrolled', data: ids }];
  if (promoId !== null) events.push({ type: 'promo.redeemed', data: { ...ids, promo_id: promoId } });
  if (referral === undefined) return events;
  const data = {
    referral_id: referral.id,
    referrer_customer_id: referral.referrerCustomerId,
    referee_customer_id: referral.refereeCustomerId,
  };
  events.push({ type: 'referral.created', data });
  if (referral.status === 'qualified') events.push({ type: 'referral.qualified', data });
  return events;
}
