import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers the changes of a promo, so that a client can require the version that it knows. The grants on the table suffice. */
export class PromoVersion1795824010000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    await queryRunner.query('alter table promo add column version integer not null default 1');
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
