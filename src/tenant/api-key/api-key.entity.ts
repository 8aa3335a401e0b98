import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key of a tenant's system. Of its secret only the hash is kept. */
@Entity('api_key')
export class ApiKey {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') id: string;
  @Column('text') name: string;
  /** A list of `KeyScope`, as JSON text. */
  @Column('jsonb') scopes: string;
  /** How the key begins, for people to recognise it by. */
  @Column('text') prefix: string;
  /** SHA-256 in hex; unique in the tenant. */
  @Column('text', { name: 'secret_hash' }) secretHash: string;
  @Column('text', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  /** To the minute. */
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt: Date | null;
  /** Set by a rotation: until then the old key is good beside the new one. */
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
}
