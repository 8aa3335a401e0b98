import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../tenant/audit/audit-log.service.js';
import { ConfigQuery } from '../config/config.query.js';
import type { Transaction } from '../core/database/transaction.js';
import { CustomerRepository } from '../customer/customer.repository.js';
import type { TimelineData } from '../customer/timeline.dto.js';
import { ReferralRepository, type ReferralRow, type TimelineEntry } from '../referral/referral.repository.js';
import type { StoredReferralStatus } from '../referral/standing/referral-status.js';
import type { ChangeContext } from './change-context.js';
import { EarningService } from './earning.service.js';
import { ReinstatementService } from './reinstatement.service.js';
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
    private readonly reinstatement: ReinstatementService,
    private readonly settlement: SettlementService,
    private readonly earning: EarningService,
    private readonly customers: CustomerRepository,
    private readonly audit: AuditLogService,
  ) {}

  /**
   * Locks both sides, marks the referral as qualified and schedules its rewards. A referrer's reward that a limit withheld
   * is tried once more, because voided rewards may have left room in the limit. A person who was erased earns nothing new.
   * @throws DomainError `illegal_transition` if the referral is not waiting
   */
  async qualify(
    tx: Transaction,
    referral: ReferralRow,
    why: Qualification,
    context: ChangeContext,
  ): Promise<void> {
    const sides = await this.settlement.openSides(tx, referral, context);
    const entry = entryOf(referral, why, context);
    const { status, referrerRewardWithheld } = await this.referrals.byId(tx, referral.id); // read behind the locks
    await this.referrals.changeStatus(tx, status, 'qualified', entry);
    this.announce(tx, referral, status, entry, context);
    const { id, createdAt, termsVersion, referrerCustomerId: customerId } = referral;
    const { settings, referrer } = await this.config.ofVersion(tx, termsVersion);
    const { availableAt, expiresAt } = schedule(settings, context.at);
    this.rewards.schedule(tx, id, availableAt, expiresAt);
    for (const { account } of sides) await this.settlement.refresh(tx, account, context);
    if (referrerRewardWithheld !== null && !(await this.customers.isErased(tx, customerId))) {
      const side = { role: 'referrer', customerId, terms: referrer } as const;
      await this.earning.earnWithheld(tx, { id, createdAt, qualified: true, settings }, side, context);
    }
  }

  /**
   * Locks both sides, marks a referral that a refund reversed as qualified again, and reinstates its rewards.
   * @throws DomainError `illegal_transition` if no refund reversed the referral, or it has already qualified again
   */
  async requalify(
    tx: Transaction,
    referral: ReferralRow,
    why: Qualification,
    context: ChangeContext,
  ): Promise<void> {
    const sides = await this.settlement.openSides(tx, referral, context);
    const entry = entryOf(referral, why, context);
    await this.referrals.requalify(tx, entry);
    this.announce(tx, referral, 'reversed', entry, context);
    const terms = await this.config.ofVersion(tx, referral.termsVersion);
    await this.reinstatement.reinstate(tx, referral, terms, context);
    for (const { account } of sides) await this.settlement.refresh(tx, account, context);
  }

  /** Records the event and the audit entry. */
  private announce(
    tx: Transaction,
    { id, refereeCustomerId, referrerCustomerId }: ReferralRow,
    before: StoredReferralStatus,
    entry: TimelineEntry,
    { at, actor }: ChangeContext,
  ): void {
    const data = {
      referral_id: id,
      referrer_customer_id: referrerCustomerId,
      referee_customer_id: refereeCustomerId,
    };
    const event = { type: 'referral.qualified', data } as const;
    const { reason = null, ...cause } = entry.data;
    const states = { before: { status: before }, after: { status: 'qualified', ...cause } };
    this.audit.recordWithEvent(tx, at, event, { targetId: id, ...states, reason, actor });
  }
}

const entryOf = ({ id }: ReferralRow, data: Qualification, { at, actor }: ChangeContext): TimelineEntry => ({
  referralId: id,
  at,
  event: 'referral.qualified',
  actor,
  data,
});
