import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A URL that receives events of a tenant, and the event types it is subscribed to. */
@Entity('webhook_endpoint')
export class WebhookEndpoint {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') id: string;
  @Column('text') url: string;
  /** Event types, or `["*"]`. */
  @Column('jsonb') events: string[];
  @Column('text', { nullable: true }) description: string | null;
  @Column('boolean') active: boolean;
  /** The reason why the service deactivated it. Null if it is active or an admin deactivated it. */
  @Column('text', { name: 'disabled_reason', nullable: true }) disabledReason: 'gone' | null;
  /** Sealed with the data key, as is `previousSecret`. */
  @Column('text') secret: string;
  @Column('text', { name: 'previous_secret', nullable: true }) previousSecret: string | null;
  /** The time until which deliveries are also signed with the previous secret. */
  @Column('timestamptz', { name: 'previous_secret_until', nullable: true }) previousSecretUntil: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
