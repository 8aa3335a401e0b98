import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One fact, written in the transaction that made it. It holds ids, never a name or an address. */
@Entity('outbox_event')
export class OutboxEvent {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') id: string;
  @Column('text') type: string;
  @Column('jsonb') data: Record<string, unknown>;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  /** Its place in the tenant's order, from 1 and without a gap; null until it is given one, after the commit. */
  @Column({ type: 'bigint', nullable: true, insert: false }) sequence?: number | null;
}
