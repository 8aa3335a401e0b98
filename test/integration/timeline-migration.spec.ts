import { createDataSource, initializeDataSource } from '../../src/core/database/data-source.js';
import { migrate } from '../../src/core/database/migrate.js';
import { TimelineData1795737600000 } from '../../src/core/database/migrations/1795737600000-timeline-data.js';
import { MIGRATIONS } from '../../src/core/database/migrations/migrations.js';
import type { Connection } from '../../src/core/database/tenant-scope.js';
import type { TimelineData } from '../../src/customer/timeline.dto.js';
import { timelineSentence } from '../../src/customer/timeline-sentence.js';
import { CURRENCIES, type CurrencyCase } from '../support/currencies.js';
import { TestDatabase } from '../support/database.js';

type Case = readonly [event: string, detail: string, data: TimelineData, currency?: string];

const REFERRERS = { role: 'referrer', reward_id: 'rwd_referrer' } as const;
const REFEREES = { role: 'referee', reward_id: 'rwd_referee' } as const;
const TEN = { type: 'discount_percent', value: 10 } as const;
const CREDIT = { type: 'credit', value: 20 } as const;
const FIVE = { type: 'discount_fixed', value: 5 } as const;
const WITHHELD = { role: 'referrer', type: 'credit', value: 7.5 } as const;

/** Reasons of staff, and ids of invoices, that read like the product's own words. */
const HOSTILE = [
  "referee's card bounced",
  "referrer's card bounced",
  'double use, it was used on invoice INV-5',
  "referrer's 10 % voided: fraud",
  'she said: approved: yes, 12.00 USD of it already used: no',
  'qualified by enrollment',
  'held: same_email',
  '{"role": "referee"}',
  "{whose} 'quoted' \\ $1 – ü",
];

/** Every sentence that was ever written, of each kind of value, and what staff may have made of it. */
const READ: readonly Case[] = [
  ['referral.created', 'enrolled with code KH7N4WP3', { referral_code: 'KH7N4WP3' }],
  ['referral.qualified', 'qualified by enrollment', { qualified_by: 'enrollment' }],
  ['referral.qualified', 'qualified by invoice INV-9', { qualified_by: 'invoice', invoice_id: 'INV-9' }],
  [
    'referral.qualified',
    'qualified by an invoice that came while it was held',
    { qualified_by: 'invoice_while_held' },
  ],
  ['review.opened', 'held: same_phone', { held_by: ['same_phone'] }],
  ['review.opened', 'held: same_email, velocity_address', { held_by: ['same_email', 'velocity_address'] }],
  ['reward.available', "referee's 10 % can be used", { ...REFEREES, ...TEN }],
  ['reward.available', "referee's 12.5 % can be used", { ...REFEREES, ...TEN, value: 12.5 }],
  ['reward.available', "referee's 1.500 KWD can be used", { ...REFEREES, ...FIVE, value: 1.5 }, 'KWD'],
  [
    'reward.applied',
    "referee's 10 % used on invoice Nr. 7/2026 – ü",
    { ...REFEREES, ...TEN, invoice_id: 'Nr. 7/2026 – ü' },
  ],
  [
    'reward.withheld',
    "referrer's 7.50 USD credit withheld: it would pass the limit of rewards for a referrer",
    { ...WITHHELD, limit: 'referrer_rewards' },
  ],
  [
    'reward.withheld',
    "referrer's 7.50 USD credit withheld: it would pass the month's budget",
    { ...WITHHELD, limit: 'budget' },
  ],
  ['reward.expired', "referee's 10 % expired unused", { ...REFEREES, ...TEN }],
  [
    'reward.returned',
    "referrer's 10 % given back: invoice NR-3 was reversed",
    { ...REFERRERS, ...TEN, invoice_id: 'NR-3' },
  ],
  [
    'reward.reversed',
    "referrer's 500 JPY credit reversed, 200 JPY of it already used: fraud",
    { ...REFERRERS, ...CREDIT, value: 500, shortfall_cents: 200, reason: 'fraud' },
    'JPY',
  ],
  [
    'reward.reversed',
    "referee's 1.500 KWD reversed, 0.250 KWD of it already used: fraud",
    { ...REFEREES, ...FIVE, value: 1.5, shortfall_cents: 250, reason: 'fraud' },
    'KWD',
  ],
  ...HOSTILE.flatMap((text): Case[] => [
    ['referral.qualified', `approved: ${text}`, { qualified_by: 'approval', reason: text }],
    ['referral.qualified', `qualified by invoice ${text}`, { qualified_by: 'invoice', invoice_id: text }],
    ['referral.rejected', text, { reason: text }],
    ['referral.reversed', text, { reason: text }],
    ['review.approved', text, { reason: text }],
    ['review.rejected', text, { reason: text }],
    [
      'reward.returned',
      `referrer's 10 % given back: invoice ${text} was reversed`,
      { ...REFERRERS, ...TEN, invoice_id: text },
    ],
    [
      'reward.voided',
      `referrer's 10 % voided: ${text}`,
      { ...REFERRERS, ...TEN, shortfall_cents: 0, reason: text },
    ],
  ]),
];

/** Those that name an amount, in a currency. */
function amountsIn({ currency, cents, shown: amount }: CurrencyCase): Case[] {
  const cases: (readonly [event: string, detail: string, data: TimelineData])[] = [
    ['reward.available', `referrer's ${amount(5)} can be used`, { ...REFERRERS, ...FIVE }],
    ['reward.applied', `referrer's ${amount(20)} credit put on the account`, { ...REFERRERS, ...CREDIT }],
    [
      'reward.withheld',
      `referee's ${amount(20)} credit withheld: it would pass the month's budget`,
      { role: 'referee', ...CREDIT, limit: 'budget' },
    ],
    [
      'reward.recovered',
      `referee's ${amount(5)} is not used any more: invoice NR-3 was reversed`,
      { ...REFEREES, ...FIVE, invoice_id: 'NR-3' },
    ],
    [
      'reward.reversed',
      `referrer's ${amount(20)} credit reversed, ${amount(15)} of it already used: fraud`,
      { ...REFERRERS, ...CREDIT, shortfall_cents: cents(15), reason: 'fraud' },
    ],
    ...HOSTILE.flatMap((text): typeof cases => [
      [
        'reward.applied',
        `referee's ${amount(5)} used on invoice ${text}`,
        { ...REFEREES, ...FIVE, invoice_id: text },
      ],
      [
        'reward.reversed',
        `referee's 10 % reversed, ${amount(1)} of it already used: ${text}`,
        { ...REFEREES, ...TEN, shortfall_cents: cents(1), reason: text },
      ],
    ]),
  ];
  return cases.map((one) => [...one, currency]);
}

/** What nobody has a pattern for stays, and so does whose it is. */
const UNREAD: readonly Case[] = [
  ['referral.created', 'a test', { note: 'a test' }],
  ['referral.qualified', 'demo data', { note: 'demo data' }],
  ['referral.celebrated', 'with cake', { note: 'with cake' }],
  ['review.opened', 'held: by Me', { note: 'held: by Me' }],
  ['reward.applied', "referee's ten per cent used", { role: 'referee', note: "referee's ten per cent used" }],
  ['referral.qualified', 'never qualified by invoice INV-9', { note: 'never qualified by invoice INV-9' }],
  ['referral.qualified', 'not approved: no', { note: 'not approved: no' }],
  [
    'reward.applied',
    "referee's 10 % was used on invoice INV-9",
    { role: 'referee', note: "referee's 10 % was used on invoice INV-9" },
  ],
  [
    'reward.voided',
    "referee's 10 % not voided: no",
    { role: 'referee', note: "referee's 10 % not voided: no" },
  ],
  ['reward.expired', "referrer's 10 % went away", { role: 'referrer', note: "referrer's 10 % went away" }],
  ['reward.voided', 'all of them', { note: 'all of them' }],
];

describe('the sentences of timelines become data', () => {
  const CASES = [...READ, ...CURRENCIES.flatMap(amountsIn), ...UNREAD];
  let database: TestDatabase;
  let kept: { event: string; data: TimelineData; actor: string }[];
  const owner = (): string => `${database.name}_owner`;

  beforeAll(async () => {
    database = await TestDatabase.clone('template0');
    // Not a superuser: row-level security binds the owner of a table, too.
    await database.sql(`create role ${owner()} login`);
    await database.sql(`alter database ${database.name} owner to ${owner()}`);
    const before = MIGRATIONS.slice(0, MIGRATIONS.indexOf(TimelineData1795737600000));
    const connection: Connection = { ...database.owner, username: owner() };
    const dataSource = createDataSource(connection, [], 1);
    await initializeDataSource(dataSource.setOptions({ migrations: before }));
    await dataSource.runMigrations();
    await dataSource.destroy();
    await database.sql('set session_replication_role = replica'); // rows without what they refer to
    await database.sql(
      `insert into referral_timeline (tenant_id, referral_id, id, at, event, actor, detail)
       select 'ten_1', 'ref_1', 'tle_' || lpad(n::text, 4, '0'), now(), line ->> 0, 'admin:usr_1', line ->> 1
         from jsonb_array_elements($1) with ordinality as lines (line, n)`,
      [JSON.stringify(CASES)],
    );
    await database.sql(
      `insert into reward (tenant_id, id, referral_id, customer_id, role, type, value_units, status, used_cents,
                           shortfall_cents, created_at)
       select tenant, prefix || role, 'ref_1', 'cus_' || role, role, 'credit', 1, 'pending', 0, 0, now()
         from (values ('ten_1', 'rwd_'), ('ten_2', 'rwd_of_another_')) tenants (tenant, prefix),
              unnest(array['referrer', 'referee']) role`,
    );
    await database.sql('set session_replication_role = origin');
    await migrate(connection);
    kept = await database.sql('select event, data, actor from referral_timeline order by id');
  });
  afterAll(async () => {
    const name = owner();
    await database.drop();
    const other = await TestDatabase.clone();
    await other.sql(`drop role ${name}`);
    await other.drop();
  });

  it.each(CASES.map(([event, detail, data], index) => [event, detail, data, index] as const))(
    '%s, %s',
    (event, _, data, index) => {
      expect(kept[index]).toEqual({ event, data, actor: 'admin:usr_1' });
    },
  );

  it('and say the same again when they are read', () => {
    const again = CASES.map(([, , , currency = 'USD'], index) =>
      timelineSentence(kept[index] ?? { event: '', data: {} }, currency, 'en'),
    );
    expect(again).toEqual(CASES.map(([, detail]) => detail));
  });

  it('and leave nothing behind: row-level security is forced, and no function is left', async () => {
    expect(
      await database.count(
        `pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and not relforcerowsecurity`,
      ),
    ).toBe(0);
    expect(await database.count(`pg_proc where proname = 'timeline_data'`)).toBe(0);
  });
});
