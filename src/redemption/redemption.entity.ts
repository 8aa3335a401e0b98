import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DiscountSource } from '../reward/waterfall.js';

export const REDEMPTION_STATUSES = ['applied', 'partially_reversed', 'reversed'] as const;
export type RedemptionStatus = (typeof REDEMPTION_STATUSES)[number];

/** Discounts and credit, applied to one invoice. One for each invoice of a tenant: a key says so. */
@Entity('redemption')
export class Redemption {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'customer_id' }) customerId: string;
  @Column('text', { name: 'invoice_id' }) invoiceId: string;
  @Column('text') currency: string;
  @Column('text') status: RedemptionStatus;
  @Column('bigint', { name: 'subtotal_cents' }) subtotalCents: number;
  @Column('bigint', { name: 'discount_cents' }) discountCents: number;
  @Column('bigint', { name: 'credit_cents' }) creditCents: number;
  @Column('bigint', { name: 'total_cents' }) totalCents: number;
  /** Of discounts and credit together. */
  @Column('bigint', { name: 'reversed_cents' }) reversedCents: number;
  @Column('bigint', { name: 'restored_credit_cents' }) restoredCreditCents: number;
  /** As the answer shows it. */
  @Column('jsonb', { name: 'left_out' }) leftOut: readonly object[];
  /** As the answer shows it. */
  @Column('jsonb') alternatives: readonly object[];
  @Column('text', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}

/** One step of a redemption's waterfall. */
@Entity('redemption_line')
export class RedemptionLine {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text', { name: 'redemption_id' }) redemptionId: string;
  /** From 1. */
  @PrimaryColumn('integer') position: number;
  @Column('text') source: DiscountSource;
  @Column('text') type: string;
  /** Basis points for a percentage, else the currency's smallest unit; of a lot of credit, what it had. */
  @Column('bigint', { name: 'value_units' }) valueUnits: number;
  @Column('bigint', { name: 'base_cents' }) baseCents: number;
  @Column('bigint', { name: 'amount_cents' }) amountCents: number;
  @Column('bigint', { name: 'running_total_cents' }) runningTotalCents: number;
  @Column('text', { name: 'promo_id', nullable: true }) promoId: string | null;
  @Column('text', { name: 'reward_id', nullable: true }) rewardId: string | null;
  @Column('text', { name: 'lot_id', nullable: true }) lotId: string | null;
  /** What reversals gave back of credit. */
  @Column('bigint', { name: 'restored_cents' }) restoredCents: number;
}

/** One reversal of a redemption, whole or in part. Never changed. */
@Entity('redemption_reversal')
export class RedemptionReversal {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text', { name: 'redemption_id' }) redemptionId: string;
  @PrimaryColumn('text') id: string;
  /** Of discounts and credit together. */
  @Column('bigint', { name: 'amount_cents' }) amountCents: number;
  @Column('bigint', { name: 'credit_cents' }) creditCents: number;
  @Column('text') reason: string;
  @Column('text') actor: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
