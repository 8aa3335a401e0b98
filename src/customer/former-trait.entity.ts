import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A keyed fingerprint of a mailbox or phone number that a customer had before. It contains no readable data. */
@Entity('former_trait')
export class FormerTrait {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') fingerprint: string;
  @PrimaryColumn('text', { name: 'customer_id' }) customerId: string;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
}
