import { Injectable } from '@nestjs/common';
import { ReviewRepository, type ReviewRow } from '../reward/decision/review.repository.js';
import type { Suspicion } from '../referral/abuse/abuse-rules.js';
import { newId, SYSTEM } from '../common/ids.js';
import type { Transaction } from '../core/database/transaction.js';
import { type DomainEvent, Outbox } from '../core/outbox/outbox.js';
import type { TimelineData } from '../customer/timeline.dto.js';
import type { ReferralOffer } from '../referral/referral-offer.query.js';
import { ReferralRepository, type ReferralRow, type TimelineEntry } from '../referral/referral.repository.js';
import type { ChangeContext } from '../reward/change-context.js';
import type { EarningSide } from '../reward/allowances.js';
import { EarningService } from '../reward/earning.service.js';
import type { CheckedCodes } from './code-check.service.js';
import type { Enrollment } from './enrollment.entity.js';
import { EnrollmentRepository } from './enrollment.repository.js';

/** Who enrolled, by whose hand, and when. */
export interface Enrolled extends ChangeContext {
  readonly customerId: string;
  readonly addressFingerprint: string | null;
  /** What the rules against abuse have found; of interest only when there is a referral. */
  readonly suspicion: Suspicion | undefined;
}

/** What an enrollment leaves beside its own record. */
interface Brought {
  readonly referral: ReferralRow | undefined;
  readonly review: ReviewRow | undefined;
}

/** Writes down an enrollment whose codes have been checked: the record, the referral, the rewards and the events. */
@Injectable()
export class EnrollmentRecorderService {
  constructor(
    private readonly enrollments: EnrollmentRepository,
    private readonly referrals: ReferralRepository,
    private readonly reviews: ReviewRepository,
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
    const { customerId, at, addressFingerprint } = enrolled;
    const { referral: outcome } = codes;
    const referral = outcome.status === 'applied' ? referralOf(outcome.offer, enrolled) : undefined;
    const referralId = referral?.id ?? null;
    if (referral !== undefined) this.referrals.insert(tx, referral);
    const review = reviewOf(referral, enrolled);
    if (review !== undefined) this.reviews.insert(tx, review);
    const promo = promoColumns(codes);
    this.enrollments.insert(tx, {
      id,
      customerId,
      referralStatus: outcome.status,
      referralReason: outcome.reason,
      referralId,
      ...promo,
      addressFingerprint,
      createdAt: at,
    });
    const ids = { enrollment_id: id, customer_id: customerId };
    this.outbox.append(tx, at, ...eventsOf(ids, { referral, review }, promo.promoId));
    if (referral !== undefined && outcome.status === 'applied') {
      this.referrals.appendTimeline(tx, ...linesOf(referral, review, enrolled));
      await this.earn(tx, referral, outcome, enrolled);
    }
    return { id, referralId };
  }

  /** Beside a promo that keeps the referee's reward out, the referrer earns all the same. */
  private async earn(
    tx: Transaction,
    referral: ReferralRow,
    { offer, reason }: Extract<CheckedCodes['referral'], { status: 'applied' }>,
    enrolled: Enrolled,
  ): Promise<void> {
    const sides = sidesOf(offer, enrolled.customerId).filter(
      ({ role }) => reason === null || role === 'referrer',
    );
    const { id, status, termsVersion } = referral;
    const earning = { id, qualified: status === 'qualified', settings: offer, termsVersion };
    await this.earning.earn(tx, earning, sides, enrolled);
  }
}

const holds = (suspicion: Suspicion | undefined): boolean => (suspicion?.heldBy.length ?? 0) > 0;

function reviewOf(referral: ReferralRow | undefined, { suspicion, at }: Enrolled): ReviewRow | undefined {
  if (referral === undefined || suspicion === undefined) return undefined;
  const status = holds(suspicion) ? 'open' : 'observed';
  const undecided = { decidedAt: null, decidedBy: null, reason: null };
  return { id: newId('rev'), referralId: referral.id, status, ...suspicion, createdAt: at, ...undecided };
}

/** Under the terms that are current now and stay its own; one that is held waits, whatever they say. */
const referralOf = (offer: ReferralOffer, { customerId, at, suspicion }: Enrolled): ReferralRow => ({
  id: newId('ref'),
  referrerCustomerId: offer.referrer_customer_id,
  refereeCustomerId: customerId,
  referralCode: offer.referral_code,
  termsVersion: offer.terms_version,
  status: offer.qualifyOn === 'enrollment' && !holds(suspicion) ? 'qualified' : 'pending',
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
  review: ReviewRow | undefined,
  { actor, at }: Enrolled,
): TimelineEntry[] {
  const line = (event: string, data: TimelineData, by = actor): TimelineEntry => ({
    referralId,
    at,
    event,
    actor: by,
    data,
  });
  const lines = [line('referral.created', { referral_code: referralCode })];
  if (review?.status === 'open') lines.push(line('review.opened', { held_by: review.heldBy }, SYSTEM));
  if (status === 'qualified') lines.push(line('referral.qualified', { qualified_by: 'enrollment' }));
  return lines;
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
  { referral, review }: Brought,
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
  if (review?.status === 'open') {
    const { id: review_id, reasons, heldBy: held_by } = review;
    events.push({ type: 'review.opened', data: { review_id, ...data, reasons, held_by } });
  }
  if (referral.status === 'qualified') events.push({ type: 'referral.qualified', data });
  return events;
}
