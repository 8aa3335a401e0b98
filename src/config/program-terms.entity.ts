import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ValueType } from '../tenant/value.js';
import type { MaxRewardsPeriod, NameDisplay, OnRefund, QualifyOn } from './program-terms.js';

/** One immutable version of a tenant's program. Referrals keep the version they were created under. */
@Entity('program_terms')
export class ProgramTerms {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('integer') version: number;
  @Column('boolean') enabled: boolean;
  @Column('text', { name: 'referrer_type' }) referrerType: ValueType;
  /** Basis points for a percentage, otherwise the currency's smallest unit. */
  @Column('bigint', { name: 'referrer_units' }) referrerUnits: number;
  @Column('text', { name: 'referee_type' }) refereeType: ValueType;
  @Column('bigint', { name: 'referee_units' }) refereeUnits: number;
  @Column('text', { name: 'qualify_on' }) qualifyOn: QualifyOn;
  @Column('bigint', { name: 'min_invoice_cents', nullable: true }) minInvoiceCents: number | null;
  @Column('text', { name: 'on_refund' }) onRefund: OnRefund;
  @Column('integer', { name: 'hold_days' }) holdDays: number;
  @Column('integer', { name: 'reward_expires_days', nullable: true }) rewardExpiresDays: number | null;
  @Column('integer', { name: 'max_rewards', nullable: true }) maxRewards: number | null;
  @Column('text', { name: 'max_rewards_period' }) maxRewardsPeriod: MaxRewardsPeriod;
  @Column('bigint', { name: 'budget_cents', nullable: true }) budgetCents: number | null;
  @Column('boolean', { name: 'keep_attribution' }) keepAttribution: boolean;
  @Column('text', { name: 'referrer_name_display' }) referrerNameDisplay: NameDisplay;
  @Column('text', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
