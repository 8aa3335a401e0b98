import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A customer's referral code. A customer has at most one, and it is unique in the tenant. */
@Entity('referral_code')
export class ReferralCode {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text', { name: 'customer_id' }) customerId: string;
  @Column('text') code: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
