import { Injectable } from '@nestjs/common';
import { newId } from '../common/ids.js';
import type { Transaction } from '../database/transaction.js';
import { canBecome, type ReferralStatus } from './referral-status.js';
import { ReferralTimeline } from './referral-timeline.entity.js';
import { Referral } from './referral.entity.js';
import { illegalTransition, refereeHasReferral } from './referral.errors.js';

/** One line for a referral's timeline. */
export interface TimelineEntry {
  readonly at: Date;
  /** `noun.past_participle`, as events are named. */
  readonly event: string;
  readonly actor: string;
  /** Why, in a sentence. */
  readonly detail: string;
}

@Injectable()
export class ReferralRepository {
  /** Fails the transaction with `referee_has_referral`: the unique key decides. */
  insert(tx: Transaction, referral: Omit<Referral, 'tenantId'>): void {
    tx.insert(Referral, referral, { referral_referee_key: refereeHasReferral });
  }

  tell(tx: Transaction, referralId: string, ...entries: TimelineEntry[]): void {
    tx.insert(
      ReferralTimeline,
      entries.map((entry) => ({ id: newId('tle'), referralId, ...entry })),
    );
  }

  /**
   * Moves a referral that stands where it is thought to stand; the condition is part of the update.
   * @throws DomainError `illegal_transition` when the table forbids it, or when the referral stands elsewhere by now
   */
  async changeStatus(
    tx: Transaction,
    id: string,
    from: ReferralStatus,
    to: ReferralStatus,
    entry: TimelineEntry,
  ): Promise<void> {
    if (!canBecome(from, to)) throw illegalTransition(from, to);
    if ((await tx.update(Referral, { id, status: from }, { status: to })) !== 1)
      throw illegalTransition(from, to);
    this.tell(tx, id, entry);
  }
}
