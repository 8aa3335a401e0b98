import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Shares request counts between the processes of the service. The key is a keyed hash, and a slot starts at a number of
 * seconds since 1970. Unlogged, because counts may start again after a crash; the fill factor allows updates in place.
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

/** Shares rate limits between processes. */
export class RateUsage1795478430000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    await queryRunner.query(RATE_USAGE);
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
