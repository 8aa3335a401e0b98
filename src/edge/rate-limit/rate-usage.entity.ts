import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often all processes used a key in a slot. Unlogged: counts start again after a crash. */
@Entity('rate_usage')
export class RateUsage {
  /** A keyed hash, so that it reveals neither an address nor a tenant. */
  @PrimaryColumn('text') key: string;
  /** In seconds since 1970. */
  @PrimaryColumn('bigint', { name: 'slot_start' }) slotStart: string;
  @Column('integer') used: number;
}
