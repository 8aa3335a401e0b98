import { createDataSource, initializeDataSource } from '../../src/core/database/data-source.js';
import { migrate } from '../../src/core/database/migrate.js';
import { Refunds1795804621622 } from '../../src/core/database/migrations/1795804621622-refunds.js';
import { MIGRATIONS } from '../../src/core/database/migrations/migrations.js';
import type { Connection } from '../../src/core/database/tenant-scope.js';
import { CURRENCIES } from '../support/currencies.js';
import { TestDatabase } from '../support/database.js';

type Redemption = readonly [status: string, subtotal: number, discount: number, credit: number];
type Reversal = readonly [amount: number, credit: number];

/** Redemptions with their reversals as they were stored before, in every currency: these numbers are its smallest unit. */
const BEFORE: readonly (readonly [Redemption, readonly Reversal[]])[] = [
  [['applied', 10_000, 1000, 500], []],
  [['partially_reversed', 10_000, 1000, 500], [[333, 111]]],
  [
    ['reversed', 10_001, 1000, 1500],
    [
      [333, 200],
      [334, 200],
      [1, 1],
      [1832, 1099],
    ],
  ],
  [['reversed', 700, 0, 0], [[0, 0]]],
  [['reversed', 0, 0, 0], [[0, 0]]],
];

describe('the refunded part of earlier reversals', () => {
  let database: TestDatabase;
  const owner = (): string => `${database.name}_owner`;

  beforeAll(async () => {
    database = await TestDatabase.clone('template0');
    // Not a superuser: row-level security binds the owner of a table, too.
    await database.sql(`create role ${owner()} login`);
    await database.sql(`alter database ${database.name} owner to ${owner()}`);
    const connection: Connection = { ...database.owner, username: owner() };
    const dataSource = createDataSource(connection, [], 1);
    const migrations = MIGRATIONS.slice(0, MIGRATIONS.indexOf(Refunds1795804621622));
    await initializeDataSource(dataSource.setOptions({ migrations }));
    await dataSource.runMigrations();
    await dataSource.destroy();
    await database.sql('set session_replication_role = replica'); // rows without what they refer to
    for (const { currency } of CURRENCIES) await write(currency);
    await database.sql('set session_replication_role = origin');
    await migrate(connection);
  });
  afterAll(async () => {
    const name = owner();
    await database.drop();
    const other = await TestDatabase.clone();
    await other.sql(`drop role ${name}`);
    await other.drop();
  });

  /** @param currency also the name of the tenant */
  async function write(currency: string): Promise<void> {
    for (const [index, [[status, subtotal, discount, credit], reversals]] of BEFORE.entries()) {
      const reversed = reversals.reduce((sum, [amount]) => sum + amount, 0);
      const restored = reversals.reduce((sum, [, returned]) => sum + returned, 0);
      const id = `rdm_${index}`;
      await database.sql(
        `insert into redemption (tenant_id, id, customer_id, invoice_id, currency, status, subtotal_cents, discount_cents,
                                 credit_cents, total_cents, reversed_cents, restored_credit_cents, left_out, alternatives,
                                 created_by, created_at)
         values ($8, $1, 'cus_1', $1, $8, $2, $3::bigint, $4::bigint, $5::bigint, $3 - $4 - $5, $6, $7, '[]', '[]',
                 'admin:usr_1', now())`,
        [id, status, subtotal, discount, credit, reversed, restored, currency],
      );
      for (const [step, [amount, returned]] of reversals.entries()) {
        await database.sql(
          `insert into redemption_reversal (tenant_id, redemption_id, id, amount_cents, credit_cents, reason, actor, created_at)
           values ($6, $1, $2, $3, $4, 'refunded', 'admin:usr_1', to_timestamp($5::int))`,
          [id, `rev_${step}`, amount, returned, step, currency],
        );
        const entries = step === 1 ? [returned, -returned] : [returned]; // the second came back to an expired lot
        for (const [part, cents] of entries.filter((one) => one !== 0).entries()) {
          await database.sql(
            `insert into credit_entry (tenant_id, customer_id, sequence, id, lot_id, kind, amount_cents, lot_remaining_cents,
                                       balance_cents, redemption_id, actor, created_at, hash)
             values ($6, $1::text, $2::int, $1 || $2, 'lot', $3, $4, 0, 0, $1, 'admin:usr_1', to_timestamp($5::int),
                     repeat('0', 64))`,
            [id, 1 + step * 2 + part, cents > 0 ? 'restore' : 'expire', cents, step, currency],
          );
        }
      }
    }
  }

  it.each(CURRENCIES)(
    'is derived in proportion, and adds up to what is stored of the redemption, in $currency',
    async ({ currency }) => {
      const rows = await database.sql<{ refunded: string; parts: string | null }>(
        `select refunded_cents as refunded,
              (select string_agg(refunded_cents || '/' || spendable_cents, ' ' order by id)
                 from redemption_reversal reversal
                where tenant_id = redemption.tenant_id and redemption_id = redemption.id) as parts
         from redemption where currency = $1 order by id`,
        [currency],
      );
      expect(rows.map(({ refunded, parts }) => [Number(refunded), parts])).toEqual([
        [0, null],
        [2220, '2220/111'], // 333 of 1500
        [10_001, '1332/200 1336/0 4/1 7329/1099'], // 333, 667, 668 of 2500
        [700, '700/0'],
        [0, '0/0'],
      ]);
    },
  );

  it('leaves row-level security forced', async () => {
    const unforced = `pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and not relforcerowsecurity`;
    expect(await database.count(unforced)).toBe(0);
  });
});
