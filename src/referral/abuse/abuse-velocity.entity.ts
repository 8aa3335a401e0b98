import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Rule } from './abuse-rules.js';

/** The times of recent enrollments with the code of one referrer, or from one address. */
@Entity('abuse_velocity')
export class AbuseVelocity {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') rule: Extract<Rule, `velocity_${string}`>;
  /** The referrer's id, or the fingerprint of the address. */
  @PrimaryColumn('text') subject: string;
  /** Newest first, at most one more than the limit. */
  @Column('timestamptz', { array: true }) recent: Date[];
}
