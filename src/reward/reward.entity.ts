import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ValueType } from '../tenant/value-units.js';
import { canBecome, type RewardStatus } from '../referral/standing/reward-status.js';
import { illegalTransition } from '../referral/referral.errors.js';

export const REWARD_ROLES = ['referrer', 'referee'] as const;
export type RewardRole = (typeof REWARD_ROLES)[number];

/** What one side of one referral earns. One for each referral and recipient: a key says so. */
@Entity('reward')
export class Reward {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'referral_id' }) referralId: string;
  @Column('text', { name: 'customer_id' }) customerId: string;
  @Column('text') role: RewardRole;
  @Column('text') type: ValueType;
  /** Basis points for a percentage, else the currency's smallest unit; never 0. */
  @Column('bigint', { name: 'value_units' }) valueUnits: number;
  @Column('text') status: RewardStatus;
  @Column('timestamptz', { name: 'available_at', nullable: true }) availableAt: Date | null;
  @Column('timestamptz', { name: 'applied_at', nullable: true }) appliedAt: Date | null;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt: Date | null;
  /** What a discount saved on the invoice that used it, and that redemption; a credit's use is in the ledger. */
  @Column('bigint', { name: 'used_cents' }) usedCents: number;
  @Column('text', { name: 'redemption_id', nullable: true }) redemptionId: string | null;
  /** What had been used of it, and can't be taken back, when it was reversed. */
  @Column('bigint', { name: 'shortfall_cents' }) shortfallCents: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}

/** A reward as the tables keep it. */
export type RewardRow = Readonly<Omit<Reward, 'tenantId'>>;

/**
 * A reward, brought to another status: the one place where the table of transitions is asked.
 * @throws DomainError `illegal_transition`
 */
export function transition(reward: RewardRow, to: RewardStatus, changes: Partial<RewardRow> = {}): RewardRow {
  if (!canBecome(reward.status, to)) throw illegalTransition(reward.status, to);
  return { ...reward, ...changes, status: to };
}
