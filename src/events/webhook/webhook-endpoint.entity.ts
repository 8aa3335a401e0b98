import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a tenant wants to hear of events, and of which. */
@Entity('webhook_endpoint')
export class WebhookEndpoint {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') id: string;
  @Column('text') url: string;
  /** Types, or `["*"]`. */
  @Column('jsonb') events: string[];
  @Column('text', { nullable: true }) description: string | null;
  @Column('boolean') active: boolean;
  /** Why it was switched off, if not by an admin. */
  @Column('text', { name: 'disabled_reason', nullable: true }) disabledReason: 'gone' | null;
  /** Sealed with the data key, like the one before it. */
  @Column('text') secret: string;
  @Column('text', { name: 'previous_secret', nullable: true }) previousSecret: string | null;
  /** Until when the secret before signs too. */
  @Column('timestamptz', { name: 'previous_secret_until', nullable: true }) previousSecretUntil: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
