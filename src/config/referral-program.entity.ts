import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which version of its terms a tenant's program runs under. A tenant that never saved has none. */
@Entity('referral_program')
export class ReferralProgram {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @Column('integer', { name: 'terms_version' }) termsVersion: number;
}
