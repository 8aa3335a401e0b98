import { Column, Entity, PrimaryColumn } from 'typeorm';

export type AllowanceKind = 'referrer_rewards' | 'budget';

/** The used part of a limit in a period. */
@Entity('reward_allowance')
export class RewardAllowance {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') kind: AllowanceKind;
  /** The referrer whose rewards are counted; empty for the tenant's budget. */
  @PrimaryColumn('text') subject: string;
  /** `2026-11`, `2026` or `ever`. */
  @PrimaryColumn('text') period: string;
  /** A number of rewards, or an amount in the currency's smallest unit. */
  @Column('bigint') used: number;
  /** The version of the terms at the last count. Under another version the count is computed again. */
  @Column('integer', { name: 'terms_version' }) termsVersion: number;
}
