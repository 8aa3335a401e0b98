import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the processes of the service tell each other of public requests: a key is a keyed hash, a slot begins at so many
 * seconds since 1970. Unlogged, because after a crash the counts may begin anew; rows are updated in place.
 */
const RATE_USAGE = `
  create unlogged table rate_usage (
    key        text collate "C" not null,
    slot_start bigint           not null,
    used       integer          not null,
    constraint rate_usage_pkey primary key (key, slot_start),
    constraint rate_usage_used check (used > 0)
  ) with (fillfactor = 50);
  grant select, insert, update (used), delete on rate_usage to referral_service;`;

/** Limits on public requests hold across processes. */
export class RateUsage1795478430000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    await queryRunner.query(RATE_USAGE);
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
