import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A keyed fingerprint of an erased person. It recognizes the person, but contains no readable data. */
@Entity('erased_person')
export class ErasedPerson {
  @PrimaryColumn('text', { name: 'tenant_id' }) tenantId: string;
  @PrimaryColumn('text') fingerprint: string;
  @Column('timestamptz', { name: 'erased_at' }) erasedAt: Date;
}
