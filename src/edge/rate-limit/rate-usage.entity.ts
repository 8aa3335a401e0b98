import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The uses of a key in a slot by all processes. Unlogged: counts start again after a crash. */
@Entity('rate_usage')
export class RateUsage {
  /** A keyed hash, so that it reveals neither an address nor a tenant. */
  @PrimaryColumn('text') key: string;
  /** In seconds since 1970. */
  @PrimaryColumn('bigint', { name: 'slot_start' }) slotStart: string;
  @Column('integer') used: number;
}
