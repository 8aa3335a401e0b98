import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One change by an authenticated caller. Entries are immutable, except that personal data is erased. */
@Entity('audit_entry')
export class AuditEntry {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') id: string;
  /** The type of the event for the same change: `promo.updated`. */
  @Column('text') action: string;
  /** The id of the changed resource. */
  @Column('text', { name: 'target_id' }) targetId: string;
  @Column('text') actor: string;
  @Column('text', { nullable: true }) address: string | null;
  /** The former values of the changed fields; null for a creation. */
  @Column('jsonb', { nullable: true }) before: Readonly<Record<string, unknown>> | null;
  /** The new values of the changed fields; null for a removal. */
  @Column('jsonb', { nullable: true }) after: Readonly<Record<string, unknown>> | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
