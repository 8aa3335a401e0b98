import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Rule } from './abuse-rules.js';

/** When somebody came by one referrer, or from one address, lately. */
@Entity('abuse_velocity')
export class AbuseVelocity {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') rule: Extract<Rule, `velocity_${string}`>;
  /** The referrer's id, or the fingerprint of the address. */
  @PrimaryColumn('text') subject: string;
  /** Newest first; no more of them than the limit, and one. */
  @Column('timestamptz', { array: true }) recent: Date[];
}
