import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Mode } from './abuse-rules.js';

/** The rules of a tenant that has saved them; the others have the default ones. */
@Entity('abuse_rules')
export class AbuseRules {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  /** How often they have been saved. */
  @Column('integer') version: number;
  @Column('text', { name: 'same_email' }) sameEmail: Mode;
  @Column('text', { name: 'same_phone' }) samePhone: Mode;
  @Column('text', { name: 'disposable_domain' }) disposableDomain: Mode;
  @Column('text', { name: 'velocity_referrer' }) velocityReferrer: Mode;
  @Column('text', { name: 'velocity_address' }) velocityAddress: Mode;
  @Column('text', { name: 'same_address' }) sameAddress: Mode;
  @Column('integer', { name: 'velocity_referrer_limit' }) velocityReferrerLimit: number;
  @Column('integer', { name: 'velocity_address_limit' }) velocityAddressLimit: number;
  @Column('text', { name: 'updated_by' }) updatedBy: string;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}
