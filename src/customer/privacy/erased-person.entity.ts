import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One trait of somebody who was erased, keyed: enough to know the person again, and nothing to read. */
@Entity('erased_person')
export class ErasedPerson {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') fingerprint: string;
  @Column('timestamptz', { name: 'erased_at' }) erasedAt: Date;
}
