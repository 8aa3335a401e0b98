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
import type { EarningSide } from '../config/allowances.js';
import type { WithheldReason } from '../config/offer.js';
import { EarningService, type WithheldSides } from '../reward/earning.service.js';
import type { CheckedCodes } from './code-check.service.js';
import type { Enrollment } from './enrollment.entity.js';
import { EnrollmentRepository } from './enrollment.repository.js';

/** The customer, actor and time of an enrollment. */
export interface EnrollmentContext extends ChangeContext {
  readonly customerId: string;
  readonly addressFingerprint: string | null;
  /** Used only if the enrollment creates a referral. */
  readonly suspicion: Suspicion | undefined;
}

/** The recorded rows: the enrollment, and the referral if the referral code is applied. */
export interface RecordedEnrollment {
  readonly id: string;
  readonly referralId: string | null;
  /** The reason why a limit withheld the new customer's reward; null if none did. */
  readonly withheld: WithheldReason | null;
}

type AppliedReferral = Extract<CheckedCodes['referral'], { status: 'applied' }>;

/** The referral of an enrollment, and its review. */
interface ReferralRecords {
  readonly referral: ReferralRow | undefined;
  readonly review: ReviewRow | undefined;
}

/** Inserts an enrollment with its referral, review, timeline, rewards and events. */
@Injectable()
export class EnrollmentRecorderService {
  constructor(
    private readonly enrollments: EnrollmentRepository,
    private readonly referrals: ReferralRepository,
    private readonly reviews: ReviewRepository,
    private readonly earning: EarningService,
    private readonly outbox: Outbox,
  ) {}

  async record(
    tx: Transaction,
    codes: CheckedCodes,
    context: EnrollmentContext,
  ): Promise<RecordedEnrollment> {
    const id = newId('enr');
    const { customerId, at, addressFingerprint } = context;
    const { referral: outcome } = codes;
    const referral = outcome.status === 'applied' ? referralOf(outcome, context) : undefined;
    const referralId = referral?.id ?? null;
    if (referral !== undefined) this.referrals.insert(tx, referral);
    const review = reviewOf(referral, context);
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
      this.referrals.appendTimeline(tx, ...linesOf(referral, review, context));
      const { referee = null } = await this.earn(tx, referral, outcome, context);
      return { id, referralId, withheld: referee };
    }
    return { id, referralId, withheld: null };
  }

  /** Inserts the rewards: of both sides, or of the referrer alone if the promo excludes the referee's. */
  private async earn(
    tx: Transaction,
    referral: ReferralRow,
    { offer, reason }: AppliedReferral,
    context: EnrollmentContext,
  ): Promise<WithheldSides> {
    const sides = sidesOf(offer, context.customerId).filter(
      ({ role }) => reason === null || role === 'referrer',
    );
    const { id, status } = referral;
    const earning = { id, qualified: status === 'qualified', settings: offer.settings };
    return this.earning.earn(tx, earning, sides, context);
  }
}

const holds = (suspicion: Suspicion | undefined): boolean => (suspicion?.heldBy.length ?? 0) > 0;

function reviewOf(
  referral: ReferralRow | undefined,
  { suspicion, at }: EnrollmentContext,
): ReviewRow | undefined {
  if (referral === undefined || suspicion === undefined) return undefined;
  const status = holds(suspicion) ? 'open' : 'observed';
  const undecided = { decidedAt: null, decidedBy: null, reason: null };
  return { id: newId('rev'), referralId: referral.id, status, ...suspicion, createdAt: at, ...undecided };
}

/** Creates a referral under the current terms, which it keeps. A held referral is pending, whatever the terms. */
const referralOf = (
  { offer, reason }: AppliedReferral,
  { customerId, at, suspicion }: EnrollmentContext,
): ReferralRow => ({
  id: newId('ref'),
  referrerCustomerId: offer.referrer_customer_id,
  refereeCustomerId: customerId,
  referralCode: offer.referral_code,
  termsVersion: offer.terms_version,
  status: offer.settings.qualifyOn === 'enrollment' && !holds(suspicion) ? 'qualified' : 'pending',
  referrerRewardWithheld: null,
  refereeRewardWithheld: offer.offer.referee.value.units > 0 ? reason : null,
  createdAt: at,
});

const sidesOf = (offer: ReferralOffer, refereeId: string): EarningSide[] => [
  { role: 'referee', customerId: refereeId, terms: offer.offer.referee.value },
  { role: 'referrer', customerId: offer.referrer_customer_id, terms: offer.offer.referrer.value },
];

function linesOf(
  { id: referralId, referralCode, status }: ReferralRow,
  review: ReviewRow | undefined,
  { actor, at }: EnrollmentContext,
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

/** Returns the columns with a copy of the promo, so that later changes of the promo do not affect the enrollment. */
function promoColumns({ promo: outcome }: CheckedCodes): PromoColumns {
  const { status: promoStatus, reason: promoReason } = outcome;
  if (outcome.status !== 'applied') {
    return { promoStatus, promoReason, ...NO_PROMO };
  }
  const { id, type, units, combinable_with_referral } = outcome.promo;
  return {
    promoStatus,
    promoReason,
    promoId: id,
    promoDiscountType: type,
    promoDiscountUnits: units,
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
  { referral, review }: ReferralRecords,
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
