import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A grant of credit, and its remaining amount. */
@Entity('credit_lot')
export class CreditLot {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'customer_id' }) customerId: string;
  /**
   * The reward that the credit was granted for; null for a manual grant. A unique key allows one lot per reward, and a
   * second one after the reward was reinstated.
   */
  @Column('text', { name: 'reward_id', nullable: true }) rewardId: string | null;
  @Column('bigint', { name: 'granted_cents' }) grantedCents: number;
  /** From 0 to the granted amount; enforced by a CHECK. */
  @Column('bigint', { name: 'remaining_cents' }) remainingCents: number;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt: Date | null;
  /** The time at which the reward was reversed. Credit that returns to the lot afterwards is taken again at once. */
  @Column('timestamptz', { name: 'reversed_at', nullable: true }) reversedAt: Date | null;
  /** The time at which the reversed reward came back. Credit that returns to the lot afterwards is the customer's again. */
  @Column('timestamptz', { name: 'reinstated_at', nullable: true }) reinstatedAt: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
