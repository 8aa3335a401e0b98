import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WithheldReason } from '../config/offer.js';
import type { StoredReferralStatus } from './standing/referral-status.js';

/** Links a referee to a referrer, under the terms that were current when the referee enrolled. */
@Entity('referral')
export class Referral {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'referrer_customer_id' }) referrerCustomerId: string;
  /** Unique in the tenant: a referee has one referral. */
  @Column('text', { name: 'referee_customer_id' }) refereeCustomerId: string;
  @Column('text', { name: 'referral_code' }) referralCode: string;
  @Column('integer', { name: 'terms_version' }) termsVersion: number;
  @Column('text') status: StoredReferralStatus;
  /** The reason why a side has no reward although the terms have one. */
  @Column('text', { name: 'referrer_reward_withheld', nullable: true })
  referrerRewardWithheld: WithheldReason | null;
  @Column('text', { name: 'referee_reward_withheld', nullable: true })
  refereeRewardWithheld: WithheldReason | null;
  /** The redemption of the invoice that qualified the referral. Null if something else did. */
  @Column('text', { name: 'qualified_by_redemption_id', nullable: true }) qualifiedByRedemptionId:
    string | null;
  /** The total of that invoice after discounts, without the reward that it qualified. */
  @Column('bigint', { name: 'qualified_cents', nullable: true }) qualifiedCents: number | null;
  /** The last time that a refund of that invoice reversed the referral. */
  @Column('timestamptz', { name: 'refunded_at', nullable: true }) refundedAt: Date | null;
  /** When a later invoice qualified the referral again, which can happen once. */
  @Column('timestamptz', { name: 'requalified_at', nullable: true }) requalifiedAt: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
