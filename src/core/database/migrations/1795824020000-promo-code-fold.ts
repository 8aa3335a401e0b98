import type { MigrationInterface, QueryRunner } from 'typeorm';
import { report } from './report.js';

/**
 * Stores promo codes as they are looked up from now on: `İ` as `I`, `ẞ` as `SS`. If another promo of the tenant has the new
 * form, the code stays as it is, can no longer be entered, and is reported.
 */
export class PromoCodeFold1795824020000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    // Row-level security applies to the owner too (FORCE): the update would find no rows.
    await queryRunner.query('alter table promo no force row level security');
    await queryRunner.query(FOLD);
    const kept = (await queryRunner.query(KEPT)) as { tenant_id: string; id: string }[];
    for (const { tenant_id, id } of kept)
      report(`The promo ${id} of ${tenant_id} keeps its code: another promo has the form that is looked up.`);
    await queryRunner.query('alter table promo force row level security');
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}

/** Of several codes with the same new form, only the oldest gets it. */
const FOLD = `
  update promo set code = candidate.folded
    from (select distinct on (tenant_id, folded) *
            from (select tenant_id, id, created_at, replace(replace(code, 'İ', 'I'), 'ẞ', 'SS') as folded
                    from promo where code ~ '[İẞ]') given
           order by tenant_id, folded, created_at, id) candidate
   where promo.tenant_id = candidate.tenant_id and promo.id = candidate.id and length(candidate.folded) <= 64
     and not exists (select from promo other
                      where other.tenant_id = candidate.tenant_id and other.code = candidate.folded)`;

const KEPT = `select tenant_id, id from promo where code ~ '[İẞ]' order by tenant_id, id`;
