import { Injectable } from '@nestjs/common';
import type { Transaction } from '../core/database/transaction.js';
import type { EventType } from '../core/outbox/event-type.js';
import { Outbox } from '../core/outbox/outbox.js';
import type { TimelineData } from '../customer/timeline.dto.js';
import { ReferralRepository } from '../referral/referral.repository.js';
import { majorValue } from '../tenant/value.js';
import type { ChangeContext } from './change-context.js';
import type { RewardRow } from './reward.entity.js';

/** A change of a reward, for the timeline and the event. */
export interface RewardChange {
  readonly reward: RewardRow;
  readonly type: Extract<EventType, `reward.${string}`>;
  /** The time of the change. Defaults to the time of the context. */
  readonly at?: Date;
  /** False for a reward that a limit withheld when it was to be earned, so that it has no row and no id. */
  readonly stored?: false;
  /** Additional data of the timeline entry. */
  readonly timelineData?: Pick<
    TimelineData,
    'amount_cents' | 'invoice_id' | 'limit' | 'reason' | 'shortfall_cents'
  >;
  /** Additional data of the event. */
  readonly eventData?: Readonly<Record<string, unknown>>;
}

/** Records changes of rewards: an entry in the timeline of the referral, and an event. */
@Injectable()
export class RewardHistoryService {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly outbox: Outbox,
  ) {}

  record(tx: Transaction, { actor, at, currency }: ChangeContext, changes: readonly RewardChange[]): void {
    this.referrals.appendTimeline(
      tx,
      ...changes.map(({ reward, type, timelineData, stored = true, at: changedAt = at }) => ({
        referralId: reward.referralId,
        at: changedAt,
        event: type,
        actor,
        data: {
          role: reward.role,
          ...(stored && { reward_id: reward.id }),
          ...majorValue(reward, currency),
          ...timelineData,
        },
      })),
    );
    this.outbox.append(
      tx,
      at,
      ...changes.map(({ reward, type, stored = true, eventData = {} }) => ({
        type,
        data: {
          ...(stored && { reward_id: reward.id }),
          ...(type === 'reward.withheld' && majorValue(reward, currency)),
          referral_id: reward.referralId,
          customer_id: reward.customerId,
          role: reward.role,
          ...eventData,
        },
      })),
    );
  }
}
