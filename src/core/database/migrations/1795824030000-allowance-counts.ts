import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * From now on, the counter of a limit includes every reward of its period, whatever the terms of the reward. Existing
 * counters may lack some rewards, so each is counted again when it is next needed.
 */
export class AllowanceCounts1795824030000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    await queryRunner.query(COUNTS);
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}

/** Adding a column again clears all values, also those that row-level security hides from the owner. */
const COUNTS = `
  alter table reward_allowance
    drop column terms_version,
    drop column used;
  alter table reward_allowance
    add column used bigint,
    add constraint reward_allowance_used check (used >= 0);
  grant update (used) on reward_allowance to referral_service;`;
