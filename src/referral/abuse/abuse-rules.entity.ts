import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AbuseSettings, Mode } from './abuse-rules.js';

/** The abuse rules of a tenant that has saved them; other tenants have the defaults. Settings are named as in the API. */
@Entity('abuse_rules')
export class AbuseRules implements AbuseSettings {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  /** The number of saves. */
  @Column('integer') version: number;
  @Column('text') same_email: Mode;
  @Column('text') same_phone: Mode;
  @Column('text') disposable_domain: Mode;
  @Column('text') velocity_referrer: Mode;
  @Column('text') velocity_address: Mode;
  @Column('text') same_address: Mode;
  @Column('integer') velocity_referrer_limit: number;
  @Column('integer') velocity_address_limit: number;
  @Column('text', { name: 'updated_by' }) updatedBy: string;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}
