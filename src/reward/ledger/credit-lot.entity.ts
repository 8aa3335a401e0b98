import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One grant of credit, and what is left of it. */
@Entity('credit_lot')
export class CreditLot {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'customer_id' }) customerId: string;
  /** The reward it was granted for; null for a grant by hand. One lot for each reward: a key says so. */
  @Column('text', { name: 'reward_id', nullable: true }) rewardId: string | null;
  @Column('bigint', { name: 'granted_cents' }) grantedCents: number;
  /** Between 0 and what was granted: a CHECK says so. */
  @Column('bigint', { name: 'remaining_cents' }) remainingCents: number;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt: Date | null;
  /** When its reward was reversed: what comes back to it afterwards is not the customer's any more. */
  @Column('timestamptz', { name: 'reversed_at', nullable: true }) reversedAt: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
