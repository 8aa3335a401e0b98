import { Column, Entity, PrimaryColumn } from 'typeorm';

export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed', 'discarded'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** The reason for a delivery: an event, or an admin who asked for a replay or a test. */
export const DELIVERY_KINDS = ['event', 'replay', 'test'] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/** The error of a call. The receiver's response is not stored. */
export type AttemptError =
  | 'address_not_allowed'
  | 'connection_failed'
  | 'gone'
  | 'http_error'
  | 'name_not_resolved'
  | 'redirect'
  | 'timeout';

/** The delivery of one event to one endpoint. */
@Entity('webhook_delivery')
export class WebhookDelivery {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'endpoint_id' }) endpointId: string;
  /** Null for a test, which has no event. */
  @Column('text', { name: 'event_id', nullable: true }) eventId: string | null;
  @Column('text') kind: DeliveryKind;
  @Column('text') status: DeliveryStatus;
  @Column('integer') attempts: number;
  /** The time at which the next attempt is due; null if there is none. */
  @Column('timestamptz', { name: 'next_attempt_at', nullable: true }) nextAttemptAt: Date | null;
  /** The end of the lease of the process that is calling. If the process dies, the lease expires. */
  @Column('timestamptz', { name: 'leased_until', nullable: true }) leasedUntil: Date | null;
  @Column('timestamptz', { name: 'last_attempt_at', nullable: true }) lastAttemptAt: Date | null;
  @Column('integer', { name: 'last_status', nullable: true }) lastStatus: number | null;
  @Column('text', { name: 'last_error', nullable: true }) lastError: AttemptError | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
