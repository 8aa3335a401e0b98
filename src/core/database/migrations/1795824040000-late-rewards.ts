import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Stores the time at which the referral was recorded with a reward that was withheld at first, so that reports count the
 * reward at that time. Such rewards exist only since `WithheldRewards1795824000000`, which was released together with this
 * migration.
 */
export class LateRewards1795824040000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    await queryRunner.query(COLUMN);
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}

/** The index includes the columns of the expression, because PostgreSQL would not use an index-only scan without them. */
const COLUMN = `
  alter table reward add column referral_created_at timestamptz(3);
  drop index reward_of_referrals;
  create index reward_of_referrals on reward (tenant_id, coalesce(referral_created_at, created_at), referral_id)
    include (type, status, available_at, expires_at, referral_created_at, created_at);`;
