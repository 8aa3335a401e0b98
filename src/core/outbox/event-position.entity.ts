import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a tenant's facts are numbered. Whoever numbers them holds this row; nobody who writes them does. */
@Entity('event_position')
export class EventPosition {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @Column('bigint', { name: 'last_sequence' }) lastSequence: number;
}
