import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AbuseSettings, Mode } from './abuse-rules.js';

/** The rules of a tenant that has saved them; the others have the default ones. A setting has the name that it has everywhere. */
@Entity('abuse_rules')
export class AbuseRules implements AbuseSettings {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  /** How often they have been saved. */
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
