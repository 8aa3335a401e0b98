import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One event, written in the transaction of the change. It contains ids, never a name or an address. */
@Entity('outbox_event')
export class OutboxEvent {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') id: string;
  @Column('text') type: string;
  @Column('jsonb') data: Record<string, unknown>;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  /** The number in the tenant's order, from 1 and without gaps. Null until it is assigned, after the commit. */
  @Column({ type: 'bigint', nullable: true, insert: false }) sequence?: number | null;
}
