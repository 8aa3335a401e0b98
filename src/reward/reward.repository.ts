import { Injectable } from '@nestjs/common';
import { newId } from '../common/ids.js';
import type { Transaction } from '../database/transaction.js';
import type { RewardTerms } from '../config/program-terms.js';
import { illegalTransition } from '../referral/referral.errors.js';
import { canBecome, type RewardStatus } from './reward-status.js';
import { Reward, type RewardRole } from './reward.entity.js';
import { rewardExists } from './reward.errors.js';

/** One side of a referral, and what it earns by the terms that the referral carries. */
export interface EarningSide {
  readonly role: RewardRole;
  readonly customerId: string;
  readonly terms: RewardTerms;
}

@Injectable()
export class RewardRepository {
  /**
   * Records what the sides of a referral earn, available at once; a side whose terms give nothing gets no reward.
   * Fails the transaction with `reward_exists` rather than record a side twice: the unique key decides.
   */
  earn(tx: Transaction, referralId: string, sides: readonly EarningSide[], at: Date): void {
    const rewards = sides
      .filter(({ terms }) => terms.units > 0)
      .map(({ role, customerId, terms }) => ({
        id: newId('rwd'),
        referralId,
        customerId,
        role,
        type: terms.type,
        valueUnits: terms.units,
        status: 'available' as const,
        availableAt: at,
        appliedAt: null,
        expiresAt: null,
        createdAt: at,
      }));
    tx.insert(Reward, rewards, { reward_recipient_key: rewardExists });
  }

  /**
   * Moves every reward of a referral from where it is thought to stand; the condition is part of the update.
   * @returns how many moved
   * @throws DomainError `illegal_transition` when the table forbids it
   */
  changeStatusOfReferral(
    tx: Transaction,
    referralId: string,
    from: RewardStatus,
    to: RewardStatus,
    at: Date,
  ): Promise<number> {
    if (!canBecome(from, to)) throw illegalTransition(from, to);
    const changes = to === 'applied' ? { status: to, appliedAt: at } : { status: to };
    return tx.update(Reward, { referralId, status: from }, changes);
  }
}
