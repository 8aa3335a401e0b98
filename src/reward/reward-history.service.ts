import { Injectable } from '@nestjs/common';
import type { Transaction } from '../core/database/transaction.js';
import type { EventType } from '../core/outbox/event-type.js';
import { Outbox } from '../core/outbox/outbox.js';
import type { TimelineData } from '../customer/timeline.dto.js';
import { ReferralRepository } from '../referral/referral.repository.js';
import { valueOf } from '../tenant/value-units.js';
import type { ChangeContext } from './change-context.js';
import type { RewardRow } from './reward.entity.js';

/** What became of a reward. */
export interface RewardNews {
  readonly reward: Pick<RewardRow, 'id' | 'referralId' | 'customerId' | 'role' | 'type' | 'valueUnits'>;
  readonly type: Extract<EventType, `reward.${string}`>;
  /** When it came to that; absent: now. */
  readonly at?: Date;
  /** What the timeline's line holds beside the reward. */
  readonly line?: Pick<TimelineData, 'invoice_id' | 'limit' | 'reason' | 'shortfall_cents'>;
  /** What the event carries beside the reward. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Tells what became of rewards: a line in their referral's timeline, and an event. */
@Injectable()
export class RewardHistoryService {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly outbox: Outbox,
  ) {}

  tell(tx: Transaction, { actor, at, currency }: ChangeContext, news: readonly RewardNews[]): void {
    this.referrals.appendTimeline(
      tx,
      ...news.map(({ reward, type, line, at: then = at }) => ({
        referralId: reward.referralId,
        at: then,
        event: type,
        actor,
        data: {
          role: reward.role,
          ...(type === 'reward.withheld' ? {} : { reward_id: reward.id }), // a reward that there is not
          type: reward.type,
          value: valueOf(reward.type, reward.valueUnits, currency),
          ...line,
        },
      })),
    );
    this.outbox.append(
      tx,
      at,
      ...news.map(({ reward, type, data = {} }) => ({
        type,
        data: {
          reward_id: reward.id,
          referral_id: reward.referralId,
          customer_id: reward.customerId,
          role: reward.role,
          ...data,
        },
      })),
    );
  }
}
