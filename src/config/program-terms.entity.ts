import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ValueType } from '../tenant/value-units.js';

/** One immutable version of a tenant's program: what both sides earn. Referrals keep the version they were made under. */
@Entity('program_terms')
export class ProgramTerms {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('integer') version: number;
  @Column('boolean') enabled: boolean;
  @Column('text', { name: 'referrer_type' }) referrerType: ValueType;
  /** Basis points for a percentage, else the currency's smallest unit. */
  @Column('bigint', { name: 'referrer_units' }) referrerUnits: number;
  @Column('text', { name: 'referee_type' }) refereeType: ValueType;
  @Column('bigint', { name: 'referee_units' }) refereeUnits: number;
  @Column('text', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
