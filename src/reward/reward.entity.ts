import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RewardRole } from '../config/program-terms.js';
import type { Value, ValueType } from '../tenant/value.js';
import { canBecome, type RewardStatus } from '../referral/standing/reward-status.js';
import { illegalTransition } from '../referral/referral.errors.js';

/** The reward of one side of a referral. A unique key allows one per referral and recipient. */
@Entity('reward')
export class Reward {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'referral_id' }) referralId: string;
  @Column('text', { name: 'customer_id' }) customerId: string;
  @Column('text') role: RewardRole;
  @Column('text') type: ValueType;
  /** Basis points for a percentage, otherwise the currency's smallest unit; never 0. */
  @Column('bigint', { name: 'value_units' }) units: number;
  @Column('text') status: RewardStatus;
  @Column('timestamptz', { name: 'available_at', nullable: true }) availableAt: Date | null;
  @Column('timestamptz', { name: 'applied_at', nullable: true }) appliedAt: Date | null;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt: Date | null;
  /** The amount that a discount saved on the invoice that used it. The use of credit is recorded in the ledger. */
  @Column('bigint', { name: 'used_cents' }) usedCents: number;
  /** The redemption that used the discount. */
  @Column('text', { name: 'redemption_id', nullable: true }) redemptionId: string | null;
  /**
   * The part that had been used when the reward was reversed, and so could not be taken back. Credit that comes back is
   * granted without it.
   */
  @Column('bigint', { name: 'shortfall_cents' }) shortfallCents: number;
  /**
   * The status that a refund of the qualifying invoice gave the reward. Null if no refund did. Kept when the reward comes
   * back.
   */
  @Column('text', { name: 'refunded_as', nullable: true }) refundedAs: 'voided' | 'reversed' | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  /** When the referral was recorded, for a reward that was withheld then and created later. Otherwise null. */
  @Column('timestamptz', { name: 'referral_created_at', nullable: true }) referralCreatedAt?: Date | null;
}

/** A reward as it is stored. */
export type RewardRow = Readonly<Omit<Reward, 'tenantId' | keyof Value>> & Value;

/**
 * Returns a reward with another status. Every change of a status goes through here, which checks that it is allowed.
 * @throws DomainError `illegal_transition`
 */
export function transition(
  reward: RewardRow,
  to: RewardStatus,
  changes: Partial<Omit<RewardRow, keyof Value>> = {},
): RewardRow {
  if (!canBecome(reward.status, to)) throw illegalTransition(reward.status, to);
  return { ...reward, ...changes, status: to };
}
