import { Column, Entity, PrimaryColumn } from 'typeorm';

export const ENTRY_KINDS = ['grant', 'capture', 'restore', 'expire', 'reverse', 'adjust'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One immutable line of a customer's ledger: the service may neither change nor delete it. */
@Entity('credit_entry')
export class CreditEntry {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text', { name: 'customer_id' }) customerId: string;
  /** From 1, without a gap, for each customer. */
  @PrimaryColumn('integer') sequence: number;
  @Column('text') id: string;
  @Column('text', { name: 'lot_id' }) lotId: string;
  @Column('text') kind: EntryKind;
  /** What it adds to the balance; negative for what it takes. In the currency's smallest unit, like all `*_cents`. */
  @Column('bigint', { name: 'amount_cents' }) amountCents: number;
  @Column('bigint', { name: 'lot_remaining_cents' }) lotRemainingCents: number;
  @Column('bigint', { name: 'balance_cents' }) balanceCents: number;
  @Column('text', { name: 'redemption_id', nullable: true }) redemptionId: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text') actor: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  /** Of this entry and the one before it: see `entry-hash.ts`. */
  @Column('text') hash: string;
}
