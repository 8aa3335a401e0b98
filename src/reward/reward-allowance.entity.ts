import { Column, Entity, PrimaryColumn } from 'typeorm';

export type AllowanceKind = 'referrer_rewards' | 'budget';

/** How much of a limit has been used up in a period. */
@Entity('reward_allowance')
export class RewardAllowance {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') kind: AllowanceKind;
  /** The referrer whose rewards are counted; empty for the tenant's budget. */
  @PrimaryColumn('text') subject: string;
  /** `2026-11`, `2026` or `ever`. */
  @PrimaryColumn('text') period: string;
  /** Rewards, or the currency's smallest unit. */
  @Column('bigint') used: number;
  /** The version of the terms under which it was counted last; under another one it is counted anew. */
  @Column('integer', { name: 'terms_version' }) termsVersion: number;
}
