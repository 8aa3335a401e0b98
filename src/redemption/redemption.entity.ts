import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DiscountSource } from '../reward/waterfall.js';

export const REDEMPTION_STATUSES = ['applied', 'partially_reversed', 'reversed'] as const;
export type RedemptionStatus = (typeof REDEMPTION_STATUSES)[number];

/** Discounts and credit applied to an invoice. A unique key allows one per invoice of a tenant. */
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
  /** The discounts and credit that reversals took back. */
  @Column('bigint', { name: 'reversed_cents' }) reversedCents: number;
  @Column('bigint', { name: 'restored_credit_cents' }) restoredCreditCents: number;
  /** The part of the subtotal that was refunded. */
  @Column('bigint', { name: 'refunded_cents' }) refundedCents: number;
  /** In the format of the API. */
  @Column('jsonb', { name: 'left_out' }) leftOut: readonly object[];
  /** In the format of the API. */
  @Column('jsonb') alternatives: readonly object[];
  @Column('text', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}

/** One discount or lot of credit that a redemption used. */
@Entity('redemption_line')
export class RedemptionLine {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text', { name: 'redemption_id' }) redemptionId: string;
  /** Starts at 1. */
  @PrimaryColumn('integer') position: number;
  @Column('text') source: DiscountSource;
  @Column('text') type: string;
  /**
   * Basis points for a percentage, otherwise the currency's smallest unit. For credit, the remaining amount of the lot
   * before this invoice.
   */
  @Column('bigint', { name: 'value_units' }) units: number;
  @Column('bigint', { name: 'base_cents' }) baseCents: number;
  @Column('bigint', { name: 'amount_cents' }) amountCents: number;
  @Column('bigint', { name: 'running_total_cents' }) runningTotalCents: number;
  @Column('text', { name: 'promo_id', nullable: true }) promoId: string | null;
  @Column('text', { name: 'reward_id', nullable: true }) rewardId: string | null;
  @Column('text', { name: 'lot_id', nullable: true }) lotId: string | null;
  /** The credit that reversals returned. */
  @Column('bigint', { name: 'restored_cents' }) restoredCents: number;
}

/** A full or partial reversal of a redemption. Immutable. */
@Entity('redemption_reversal')
export class RedemptionReversal {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text', { name: 'redemption_id' }) redemptionId: string;
  @PrimaryColumn('text') id: string;
  /** The sum of discounts and credit. */
  @Column('bigint', { name: 'amount_cents' }) amountCents: number;
  @Column('bigint', { name: 'credit_cents' }) creditCents: number;
  /** The refunded part of the invoice's amount before discounts. */
  @Column('bigint', { name: 'refunded_cents' }) refundedCents: number;
  /** The part of the credit that the customer could spend after the reversal. */
  @Column('bigint', { name: 'spendable_cents' }) spendableCents: number;
  @Column('text') reason: string;
  @Column('text') actor: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
