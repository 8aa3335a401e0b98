import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The branding of a tenant that has saved one. */
@Entity('tenant_branding')
export class TenantBranding {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @Column('text') color: string;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}
