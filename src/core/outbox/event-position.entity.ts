import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last sequence number of a tenant. It is locked while events are numbered, but not while they are written. */
@Entity('event_position')
export class EventPosition {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @Column('bigint', { name: 'last_sequence' }) lastSequence: number;
}
