import { Column, Entity, PrimaryColumn } from 'typeorm';

export const ENTRY_KINDS = ['grant', 'capture', 'restore', 'expire', 'reverse', 'adjust'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One entry of a customer's ledger. The service has no right to update or delete it. */
@Entity('credit_entry')
export class CreditEntry {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text', { name: 'customer_id' }) customerId: string;
  /** Starts at 1 for each customer, without gaps. */
  @PrimaryColumn('integer') sequence: number;
  @Column('text') id: string;
  @Column('text', { name: 'lot_id' }) lotId: string;
  @Column('text') kind: EntryKind;
  /** Positive for credit added, negative for credit taken. In the currency's smallest unit, like all `*_cents`. */
  @Column('bigint', { name: 'amount_cents' }) amountCents: number;
  @Column('bigint', { name: 'lot_remaining_cents' }) lotRemainingCents: number;
  @Column('bigint', { name: 'balance_cents' }) balanceCents: number;
  @Column('text', { name: 'redemption_id', nullable: true }) redemptionId: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text') actor: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  /** The hash of this entry and the previous hash: see `entry-hash.ts`. */
  @Column('text') hash: string;
}
