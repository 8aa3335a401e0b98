import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The head of a customer's ledger: the sum of the entries, and the end of the hash chain. */
@Entity('credit_account')
export class CreditAccount {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text', { name: 'customer_id' }) customerId: string;
  @Column('bigint', { name: 'balance_cents' }) balanceCents: number;
  @Column('integer', { name: 'entry_count' }) entryCount: number;
  @Column('text', { name: 'last_hash' }) lastHash: string;
}
