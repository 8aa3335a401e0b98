import { Column, Entity, PrimaryColumn } from 'typeorm';

export const TENANT_STATUSES = ['active', 'suspended'] as const;
export type TenantStatus = (typeof TENANT_STATUSES)[number];

/** A business on the platform. Without row-level security, because a request's tenant is looked up in this table. */
@Entity('tenant')
export class Tenant {
  @PrimaryColumn('text') id: string;
  @Column('text') slug: string;
  @Column('text') name: string;
  @Column('text') currency: string;
  @Column('text') status: TenantStatus;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
