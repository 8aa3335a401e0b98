import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often a key was used in a slot of time, in all processes together. Unlogged: after a crash it begins anew. */
@Entity('rate_usage')
export class RateUsage {
  /** A keyed hash: no address and no tenant is to be read from it. */
  @PrimaryColumn('text') key: string;
  /** Seconds since 1970. */
  @PrimaryColumn('bigint', { name: 'slot_start' }) slotStart: string;
  @Column('integer') used: number;
}
