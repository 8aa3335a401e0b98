import { Column, Entity, PrimaryColumn } from 'typeorm';

export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed', 'discarded'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** Why there is a delivery: something happened, an admin wants to have it again, or to see whether it arrives. */
export const DELIVERY_KINDS = ['event', 'replay', 'test'] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/** What became of a call, in a word that is kept; the receiver's own words are not. */
export type AttemptError =
  | 'address_not_allowed'
  | 'connection_failed'
  | 'gone'
  | 'http_error'
  | 'name_not_resolved'
  | 'redirect'
  | 'timeout';

/** One event on its way to one endpoint. */
@Entity('webhook_delivery')
export class WebhookDelivery {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'endpoint_id' }) endpointId: string;
  /** Null for a test, which is no fact. */
  @Column('text', { name: 'event_id', nullable: true }) eventId: string | null;
  @Column('text') kind: DeliveryKind;
  @Column('text') status: DeliveryStatus;
  @Column('integer') attempts: number;
  /** When it is due; null when there is no further try. */
  @Column('timestamptz', { name: 'next_attempt_at', nullable: true }) nextAttemptAt: Date | null;
  /** Until when a process that is calling has it for itself. One that died lets go by not being there. */
  @Column('timestamptz', { name: 'leased_until', nullable: true }) leasedUntil: Date | null;
  @Column('timestamptz', { name: 'last_attempt_at', nullable: true }) lastAttemptAt: Date | null;
  @Column('integer', { name: 'last_status', nullable: true }) lastStatus: number | null;
  @Column('text', { name: 'last_error', nullable: true }) lastError: AttemptError | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
