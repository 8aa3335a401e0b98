import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What people did with a tenant's codes before anybody enrolled, in one day (UTC) and all processes together. */
@Entity('code_traffic')
export class CodeTraffic {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('date') day: string;
  /** Share links with a code that could be used. */
  @Column('bigint', { name: 'link_opened' }) linkOpened: number;
  /** Codes that were checked, and could be used. */
  @Column('bigint', { name: 'code_validated' }) codeValidated: number;
}
