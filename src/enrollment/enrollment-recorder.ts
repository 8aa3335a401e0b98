import { Injectable } from '@nestjs/common';
import { newId } from '../common/ids.js';
import type { Transaction } from '../database/transaction.js';
import { type DomainEvent, Outbox } from '../outbox/outbox.js';
import type { ReferralOffer } from '../referral/referral-offer.query.js';
import { ReferralRepository } from '../referral/referral.repository.js';
import { RewardRepository } from '../reward/reward.repository.js';
import type { CheckedCodes } from './code-checker.js';
import type { Enrollment } from './enrollment.entity.js';
import { EnrollmentRepository } from './enrollment.repository.js';

/** Who enrolled, by whose hand, and when. */
export interface Enrolled {
  readonly customerId: string;
  /** As timelines name it. */
  readonly actor: string;
  readonly at: Date;
}

/** A referral as its events name it. */
type ReferralIds = Readonly<Record<'referral_id' | 'referrer_customer_id' | 'referee_customer_id', string>>;

/** Writes down an enrollment whose codes have been checked: the record, the referral, the rewards and the events. */
@Injectable()
export class EnrollmentRecorder {
  constructor(
    private readonly enrollments: EnrollmentRepository,
    private readonly referrals: ReferralRepository,
    private readonly rewards: RewardRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @returns the enrollment's id, and the referral's if the code applied */
  record(
    tx: Transaction,
    codes: CheckedCodes,
    enrolled: Enrolled,
  ): { id: string; referralId: string | null } {
    const id = newId('enr');
    const referral =
      codes.referral.status === 'applied' ? this.refer(tx, codes.referral.offer, enrolled) : undefined;
    const referralId = referral?.referral_id ?? null;
    const promo = promoColumns(codes);
    this.enrollments.insert(tx, {
      id,
      customerId: enrolled.customerId,
      referralStatus: codes.referral.status,
      referralReason: codes.referral.reason,
      referralId,
      ...promo,
      createdAt: enrolled.at,
    });
    const ids = { enrollment_id: id, customer_id: enrolled.customerId };
    this.outbox.append(tx, enrolled.at, ...eventsOf(ids, referral, promo.promoId));
    return { id, referralId };
  }

  /** An enrollment qualifies its referral at once, under the terms that are current now and stay its own. */
  private refer(tx: Transaction, offer: ReferralOffer, { customerId, actor, at }: Enrolled): ReferralIds {
    const id = newId('ref');
    const referrerId = offer.referrer_customer_id;
    this.referrals.insert(tx, {
      id,
      referrerCustomerId: referrerId,
      refereeCustomerId: customerId,
      referralCode: offer.referral_code,
      termsVersion: offer.terms_version,
      status: 'qualified',
      createdAt: at,
    });
    this.rewards.earn(
      tx,
      id,
      [
        {
          role: 'referrer',
          customerId: referrerId,
          terms: { type: offer.referrer_type, units: offer.referrer_units },
        },
        { role: 'referee', customerId, terms: { type: offer.referee_type, units: offer.referee_units } },
      ],
      at,
    );
    this.referrals.tell(
      tx,
      id,
      { at, event: 'referral.created', actor, detail: `enrolled with code ${offer.referral_code}` },
      { at, event: 'referral.qualified', actor, detail: 'qualified by enrollment' },
    );
    return { referral_id: id, referrer_customer_id: referrerId, referee_customer_id: customerId };
  }
}

/** The promo as it was on the day: a later change of it takes nothing from who has used it. */
function promoColumns({ promo: outcome }: CheckedCodes): PromoColumns {
  const { status: promoStatus, reason: promoReason } = outcome;
  if (outcome.status !== 'applied') {
    return { promoStatus, promoReason, promoId: null, promoDiscountType: null, promoDiscountUnits: null };
  }
  const { id, discount_type, discount_units } = outcome.promo;
  return {
    promoStatus,
    promoReason,
    promoId: id,
    promoDiscountType: discount_type,
    promoDiscountUnits: discount_units,
  };
}

type PromoColumns = Pick<
  Enrollment,
  'promoStatus' | 'promoReason' | 'promoId' | 'promoDiscountType' | 'promoDiscountUnits'
>;

function eventsOf(
  ids: { enrollment_id: string; customer_id: string },
  referral: ReferralIds | undefined,
  promoId: string | null,
): DomainEvent[] {
  const events: DomainEvent[] = [{ type: 'customer.enrolled', data: ids }];
  if (promoId !== null) events.push({ type: 'promo.redeemed', data: { ...ids, promo_id: promoId } });
  if (referral !== undefined) {
    events.push({ type: 'referral.created', data: referral }, { type: 'referral.qualified', data: referral });
  }
  return events;
}
