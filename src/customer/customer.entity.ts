import { Column, Entity, PrimaryColumn } from 'typeorm';

export const CUSTOMER_STATUSES = ['active', 'inactive'] as const;
export type CustomerStatus = (typeof CUSTOMER_STATUSES)[number];

/** A person enrolled with a tenant. */
@Entity('customer')
export class Customer {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') id: string;
  @Column('text') name: string;
  /** As `normalizeEmail` returns it; unique in the tenant. */
  @Column('text') email: string;
  /** The mailbox that the address delivers to; see `canonicalEmail`. */
  @Column('text', { name: 'canonical_email' }) canonicalEmail: string;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text') status: CustomerStatus;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  /** The time at which the personal data was removed from the row; see docs/privacy.md. */
  @Column({ type: 'timestamptz', name: 'erased_at', nullable: true, insert: false }) erasedAt?: Date | null;
}
