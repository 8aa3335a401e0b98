import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a keyed request was answered, so that the same request gets the same answer. */
@Entity('idempotency_key')
export class IdempotencyKey {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  /** Kind of caller, method and path: `tenant POST /api/redemptions`. */
  @PrimaryColumn('text') route: string;
  @PrimaryColumn('text') key: string;
  /** SHA-256, in hex, of the canonical body. */
  @Column('text') fingerprint: string;
  @Column('smallint') status: number;
  /** As it was sent, sealed. */
  @Column('text') answer: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
