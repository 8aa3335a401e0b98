import { Injectable } from '@nestjs/common';
import { newId } from '../common/ids.js';
import type { Transaction } from '../database/transaction.js';
import { Outbox } from '../outbox/outbox.js';
import type { ReferralOffer } from '../referral/referral-offer.query.js';
import { ReferralRepository } from '../referral/referral.repository.js';
import { RewardRepository } from '../reward/reward.repository.js';
import type { ReferralOutcome } from './attribution.js';

/** Writes a referral that applies: the record, what both sides earn, its timeline and its events. */
@Injectable()
export class ReferralRecorder {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly rewards: RewardRepository,
    private readonly outbox: Outbox,
  ) {}

  /**
   * An enrollment qualifies its referral at once, under the terms that are current now and stay its own.
   * @returns the id of the referral, or null when the code does not apply
   */
  record(
    tx: Transaction,
    outcome: ReferralOutcome<ReferralOffer>,
    refereeId: string,
    actor: string,
    at: Date,
  ): string | null {
    if (outcome.status !== 'applied') return null;
    const { offer } = outcome;
    const id = newId('ref');
    const referrerId = offer.referrer_customer_id;
    this.referrals.insert(tx, {
      id,
      referrerCustomerId: referrerId,
      refereeCustomerId: refereeId,
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
        {
          role: 'referee',
          customerId: refereeId,
          terms: { type: offer.referee_type, units: offer.referee_units },
        },
      ],
      at,
    );
    this.referrals.tell(
      tx,
      id,
      { at, event: 'referral.created', actor, detail: `enrolled with code ${offer.referral_code}` },
      { at, event: 'referral.qualified', actor, detail: 'qualified by enrollment' },
    );
    const data = { referral_id: id, referrer_customer_id: referrerId, referee_customer_id: refereeId };
    this.outbox.append(tx, at, { type: 'referral.created', data }, { type: 'referral.qualified', data });
    return id;
  }
}
