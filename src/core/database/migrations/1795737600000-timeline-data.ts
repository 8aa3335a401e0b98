import type { MigrationInterface, QueryRunner } from 'typeorm';
import { READ_SENTENCES } from './timeline-sentences.js';

/**
 * Converts the timeline of referrals from English sentences to data. The table is rewritten once, which is faster than an
 * update and leaves no dead rows. During this time, it can't be read or written.
 */
export class TimelineData1795737600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    // Row-level security applies to the owner too (FORCE): without this statement it would find no rewards.
    await queryRunner.query('alter table reward no force row level security');
    await queryRunner.query(READ_SENTENCES);
    await queryRunner.query(REWRITE);
    await queryRunner.query('drop function timeline_data');
    await queryRunner.query('alter table reward force row level security');
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}

const REWRITE = `
  alter table referral_timeline
    alter column detail type jsonb using timeline_data(tenant_id, referral_id, event, detail);
  alter table referral_timeline rename column detail to data;
  alter table referral_timeline add constraint referral_timeline_data check (jsonb_typeof(data) = 'object');`;
