import { Column, Entity, PrimaryColumn } from 'typeorm';

export type AllowanceKind = 'referrer_rewards' | 'budget';

/**
 * The used part of a limit in a period. It includes every reward of the period, whether or not the reward's own terms set
 * the limit.
 */
@Entity('reward_allowance')
export class RewardAllowance {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') kind: AllowanceKind;
  /** The referrer whose rewards are counted; empty for the tenant's budget. */
  @PrimaryColumn('text') subject: string;
  /** `2026-11`, `2026` or `ever`. */
  @PrimaryColumn('text') period: string;
  /** A number of rewards, or an amount in the currency's smallest unit. Null means not counted yet. */
  @Column('bigint', { nullable: true }) used: number | null;
}
