import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Stores with a reward that was withheld at first when its referral was recorded, so that reports count it there. Such rewards
 * exist only since `WithheldRewards1795824000000`, which was released together with this migration.
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

/** The columns of the expression are included, or PostgreSQL would not read the index alone. */
const COLUMN = `
  alter table reward add column referral_created_at timestamptz(3);
  drop index reward_of_referrals;
  create index reward_of_referrals on reward (tenant_id, coalesce(referral_created_at, created_at), referral_id)
    include (type, status, available_at, expires_at, referral_created_at, created_at);`;
