import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Stores on a referral the reason why a side has no reward although the terms have one. Until now, only the timeline
 * contained it.
 */
export class WithheldRewards1795824000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    await queryRunner.query(COLUMNS);
    // Row-level security applies to the owner too (FORCE): without this the update would find no rows.
    await queryRunner.query(force('no force'));
    await queryRunner.query(FROM_TIMELINE);
    await queryRunner.query(FROM_ENROLLMENT);
    await queryRunner.query(force('force'));
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}

const force = (how: string): string =>
  ['referral', 'referral_timeline', 'enrollment']
    .map((table) => `alter table ${table} ${how} row level security;`)
    .join(' ');

const COLUMNS = `
  alter table referral
    add column referrer_reward_withheld text collate "C",
    add column referee_reward_withheld  text collate "C",
    add constraint referral_referrer_reward_withheld
      check (referrer_reward_withheld in ('budget_reached', 'limit_reached')),
    add constraint referral_referee_reward_withheld
      check (referee_reward_withheld in ('budget_reached', 'promo_not_combinable'));
  grant update (referrer_reward_withheld, referee_reward_withheld) on referral to referral_service;`;

const FROM_TIMELINE = `
  update referral
     set referrer_reward_withheld = coalesce(line.referrer, referrer_reward_withheld),
         referee_reward_withheld  = coalesce(line.referee, referee_reward_withheld)
    from (select tenant_id, referral_id,
                 max(case when data->>'role' = 'referrer' then reason end) as referrer,
                 max(case when data->>'role' = 'referee'  then reason end) as referee
            from (select *, case data->>'limit' when 'budget' then 'budget_reached'
                                                when 'referrer_rewards' then 'limit_reached' end as reason
                    from referral_timeline where event = 'reward.withheld') withheld
           group by tenant_id, referral_id) line
   where referral.tenant_id = line.tenant_id and referral.id = line.referral_id;`;

const FROM_ENROLLMENT = `
  update referral set referee_reward_withheld = 'promo_not_combinable'
    from enrollment
   where enrollment.tenant_id = referral.tenant_id and enrollment.referral_id = referral.id
     and enrollment.referral_status = 'applied' and enrollment.referral_reason = 'promo_not_combinable';`;
