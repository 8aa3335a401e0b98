import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../tenant/audit/audit-log.service.js';
import { ConfigQuery } from '../config/config.query.js';
import type { Transaction } from '../core/database/transaction.js';
import type { TimelineData } from '../customer/timeline.dto.js';
import { ReferralRepository, type ReferralRow } from '../referral/referral.repository.js';
import type { ChangeContext } from './change-context.js';
import { EarningService } from './earning.service.js';
import { RewardRepository } from './reward.repository.js';
import { schedule } from '../config/schedule.js';
import { SettlementService } from './settlement.service.js';

/** The reason that a referral qualifies, as stored in the timeline. */
export type Qualification = Required<Pick<TimelineData, 'qualified_by'>> &
  Pick<TimelineData, 'invoice_id' | 'reason'>;

/** Qualifies waiting referrals. The hold and expiry of their rewards start at that time. */
@Injectable()
export class QualificationService {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly config: ConfigQuery,
    private readonly rewards: RewardRepository,
    private readonly settlement: SettlementService,
    private readonly earning: EarningService,
    private readonly audit: AuditLogService,
  ) {}

  /**
   * Locks both sides, marks the referral as qualified and schedules its rewards. A referrer's reward that a limit withheld is
   * tried once more: a friend who did not qualify may have given room back.
   * @throws DomainError `illegal_transition` if the referral is not waiting
   */
  async qualify(
    tx: Transaction,
    referral: ReferralRow,
    why: Qualification,
    context: ChangeContext,
  ): Promise<void> {
    const { id, refereeCustomerId, referrerCustomerId, termsVersion } = referral;
    const sides = await this.settlement.openSides(tx, referral, context);
    const { actor, at } = context;
    const entry = { referralId: id, at, event: 'referral.qualified', actor, data: why };
    const { status, referrerRewardWithheld } = await this.referrals.byId(tx, id); // read behind the locks
    await this.referrals.changeStatus(tx, status, 'qualified', entry);
    const data = {
      referral_id: id,
      referrer_customer_id: referrerCustomerId,
      referee_customer_id: refereeCustomerId,
    };
    const event = { type: 'referral.qualified', data } as const;
    const { reason = null, ...cause } = why;
    const after = { status: 'qualified', ...cause };
    const change = { targetId: id, before: { status }, after, reason, actor };
    this.audit.recordWithEvent(tx, at, event, change);
    const { settings, referrer } = await this.config.ofVersion(tx, termsVersion);
    const { availableAt, expiresAt } = schedule(settings, at);
    this.rewards.schedule(tx, id, availableAt, expiresAt);
    for (const { account } of sides) await this.settlement.refresh(tx, account, context);
    if (referrerRewardWithheld !== null) {
      const side = { role: 'referrer', customerId: referrerCustomerId, terms: referrer } as const;
      await this.earning.earnWithheld(tx, { id, qualified: true, settings, termsVersion }, side, context);
    }
  }
}
