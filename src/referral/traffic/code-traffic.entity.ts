import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Counts of the use of a tenant's codes before enrollment, for one day (UTC) and over all processes. */
@Entity('code_traffic')
export class CodeTraffic {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('date') day: string;
  /** Opened share links whose code could be used. */
  @Column('bigint', { name: 'link_opened' }) linkOpened: number;
  /** Checks of codes that could be used. */
  @Column('bigint', { name: 'code_validated' }) codeValidated: number;
}
