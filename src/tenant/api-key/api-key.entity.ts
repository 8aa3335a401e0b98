import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeyScope } from '../../core/auth/key-scope.js';

/** An API key. Only the hash of its secret is stored. */
@Entity('api_key')
export class ApiKey {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') id: string;
  @Column('text') name: string;
  @Column('jsonb') scopes: KeyScope[];
  /** The beginning of the key, for display. */
  @Column('text') prefix: string;
  /** SHA-256 in hex, unique within the tenant. */
  @Column('text', { name: 'secret_hash' }) secretHash: string;
  @Column('text', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  /** Rounded to the minute. */
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt: Date | null;
  /** Set by a rotation. Until this time, both the old and the new key are valid. */
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
}
