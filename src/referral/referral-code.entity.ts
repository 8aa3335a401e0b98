import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A customer's code: one for each customer, and unique in the tenant. */
@Entity('referral_code')
export class ReferralCode {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text', { name: 'customer_id' }) customerId: string;
  @Column('text') code: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
