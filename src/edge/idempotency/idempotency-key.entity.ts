import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The answer to a request with an idempotency key, replayed when the request is repeated. */
@Entity('idempotency_key')
export class IdempotencyKey {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  /** The kind of caller, the method and the path: `token POST /api/redemptions`. */
  @PrimaryColumn('text') route: string;
  @PrimaryColumn('text') key: string;
  /** The SHA-256 of the canonical body, in hex. */
  @Column('text') fingerprint: string;
  @Column('smallint') status: number;
  /** The response body, sealed. */
  @Column('text') answer: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
