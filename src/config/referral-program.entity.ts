import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The current version of a tenant's program. A tenant that has not saved one has no row. */
@Entity('referral_program')
export class ReferralProgram {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @Column('integer', { name: 'terms_version' }) termsVersion: number;
}
