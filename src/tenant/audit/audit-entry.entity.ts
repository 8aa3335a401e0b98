import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One change that somebody with a token made. Never changed itself, save that a person's data is erased from it. */
@Entity('audit_entry')
export class AuditEntry {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') id: string;
  /** As the event is called that tells of the same change: `promo.updated`. */
  @Column('text') action: string;
  /** What was changed. */
  @Column('text', { name: 'target_id' }) targetId: string;
  @Column('text') actor: string;
  @Column('text', { nullable: true }) address: string | null;
  /** The fields that differ, as they were; null for what was made. */
  @Column('jsonb', { nullable: true }) before: Readonly<Record<string, unknown>> | null;
  /** The same as they are; null for what was removed. */
  @Column('jsonb', { nullable: true }) after: Readonly<Record<string, unknown>> | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
