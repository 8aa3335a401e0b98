import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How the pages of a tenant look that has chosen it; the others look as by default. */
@Entity('tenant_branding')
export class TenantBranding {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @Column('text') color: string;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}
