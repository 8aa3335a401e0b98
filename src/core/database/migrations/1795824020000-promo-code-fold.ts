import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Stores promo codes as they are looked up from now on: `İ` as `I`, `ẞ` as `SS`. A code whose new form another promo of the
 * tenant has stays as it is and can no longer be entered; the server reports it.
 */
export class PromoCodeFold1795824020000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    // Row-level security applies to the owner too (FORCE): the update would find no rows.
    await queryRunner.query('alter table promo no force row level security');
    await queryRunner.query(FOLD);
    await queryRunner.query('alter table promo force row level security');
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}

const FOLD = `
  do $$
  declare promo_row record;
  begin
    for promo_row in
      select tenant_id, id, code, replace(replace(code, 'İ', 'I'), 'ẞ', 'SS') as folded
        from promo where code ~ '[İẞ]' order by tenant_id, created_at, id
    loop
      begin
        update promo set code = promo_row.folded where tenant_id = promo_row.tenant_id and id = promo_row.id;
      exception when unique_violation or check_violation then
        raise warning 'Promo % of tenant % keeps its code: another promo has %.',
          promo_row.id, promo_row.tenant_id, promo_row.folded;
      end;
    end loop;
  end $$`;
