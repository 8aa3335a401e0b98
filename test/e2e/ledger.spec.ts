import type { VerificationAnswer } from '../../src/reward/ledger/ledger.dto.js';
import { type TestApp, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aCustomer,
  aReferrer,
  aTenant,
  atOnce,
  grantCredit,
  redeem,
  saveProgram,
  type TestTenant,
} from '../support/factories.js';
import { changed } from './expectations.js';
import { aFriendOf, creditOf, DAY_MS, entriesOf, reverse } from './redemption-readings.js';

const JOHN = 'cus_john';
const FORGED = 'its hash does not follow from its content and the entry before';
const UPDATE = 'update credit_entry';
const DELETE = 'delete from credit_entry where $john';
const LOT = 'update credit_lot set remaining_cents';
const TABLES = ['credit_account', 'credit_lot', 'credit_entry'];

const verified = async (app: TestApp, { admin }: TestTenant): Promise<VerificationAnswer> =>
  (await app.get<VerificationAnswer>('/api/ledger/verify', admin)).body;

describe.each(CURRENCIES)('/api/ledger/verify, in $currency', ({ currency, cents }) => {
  const app = useTestApp();
  const unit = cents(1);
  /** John's ledger: a reward, partly used, partly returned and taken back; a manual grant, partly taken and expired. */
  const STORY = [
    `grant ${20 * unit} = ${20 * unit}`,
    `capture ${-15 * unit} = ${5 * unit}`,
    `restore ${5 * unit} = ${10 * unit}`,
    `grant ${3 * unit} = ${13 * unit}`,
    `adjust ${-unit} = ${12 * unit}`,
    `expire ${-2 * unit} = ${10 * unit}`,
    `reverse ${-10 * unit} = 0`,
    `grant ${unit} = ${unit}`,
  ];
  let tenant: TestTenant;
  let other: TestTenant;
  let jane: string;
  let ids: string[];

  beforeAll(async () => {
    [tenant, other] = [await aTenant(app, { currency }), await aTenant(app, { currency })];
    const credit = { referral_reward_type: 'credit', referral_reward_value: 20 } as const;
    const both = { referral_reward_referee_type: 'credit', referral_reward_referee_value: 20 } as const;
    await saveProgram(app, tenant, { ...credit, ...both });
    const friend = await aFriendOf(app, tenant, await aReferrer(app, tenant, { id: JOHN }));
    jane = friend.customerId;
    const { body } = await redeem(app, tenant, JOHN, { amount_cents: 15 * unit });
    await reverse(app, tenant, body.id, { amount_cents: 5 * unit });
    await grantCredit(app, tenant, JOHN, 3 * unit, new Date(Date.now() + DAY_MS).toISOString());
    const adjustment = { amount_cents: -unit, reason: 'a mistake' };
    await app.post(`/api/customers/${JOHN}/credit/adjustments`, adjustment, tenant.admin);
    app.setClockAhead(2 * DAY_MS);
    await creditOf(app, tenant, JOHN);
    app.setClockAhead(0);
    await app.post(`/api/rewards/${friend.referrerReward}/void`, { reason: 'fraud' }, tenant.admin);
    await grantCredit(app, tenant, JOHN, unit);
    await grantCredit(app, other, (await aCustomer(app, other, { id: JOHN })).id, 7 * unit);
    ids = (await creditOf(app, tenant, JOHN)).entries.map(({ id }) => id).reverse();
    for (const table of TABLES) await app.database.sql(`create table kept_${table} as table ${table}`);
  });
  afterEach(async () => {
    await app.database.sql('set session_replication_role = replica');
    for (const table of TABLES) {
      await app.database.sql(`delete from ${table} where tenant_id in ($1, $2)`, [tenant.id, other.id]);
      await app.database.sql(`insert into ${table} select * from kept_${table}`);
    }
    await app.database.sql('reset session_replication_role');
  });

  const verify = (by = tenant): Promise<VerificationAnswer> => verified(app, by);
  /** Runs a statement as a superuser, without the limits of privileges and foreign keys. */
  const tamper = async (...statements: string[]): Promise<void> => {
    expect((await verify()).valid).toBe(true);
    await app.database.sql('set session_replication_role = replica');
    const names = {
      $john: `tenant_id = '${tenant.id}' and customer_id = '${JOHN}'`,
      $jane: jane,
      $other: other.id,
    };
    for (const statement of statements) {
      const text = Object.entries(names).reduce((sql, [name, id]) => sql.replaceAll(name, id), statement);
      await app.database.sql(text);
    }
  };
  const firstFailure = async (): Promise<VerificationAnswer['first_failure']> => {
    const { valid, first_failure } = await verify();
    expect(valid).toBe(false);
    return first_failure;
  };
  const atEntry = (sequence: number, problem = FORGED, entry_id = ids[sequence - 1]): object => ({
    customer_id: JOHN,
    sequence,
    entry_id,
    problem,
  });

  it('finds a ledger with every kind of entry valid', async () => {
    expect(entriesOf(await creditOf(app, tenant, JOHN))).toEqual(STORY);
    expect(await verify()).toEqual({ valid: true, entries: STORY.length + 1, first_failure: null });
    expect(await verify(other)).toEqual({ valid: true, entries: 1, first_failure: null });
  });

  const COLUMNS: Record<string, [value: string, failure?: () => object]> = {
    tenant_id: [`'$other'`, () => atEntry(4, 'entry 3 is missing')],
    customer_id: [`'$jane'`, () => changed(atEntry(3, 'entry 2 is missing'), { customer_id: jane })],
    sequence: ['30', () => atEntry(4, 'entry 3 is missing')],
    id: [`'cre_forged'`, () => atEntry(3, FORGED, 'cre_forged')],
    lot_id: [`(select id from credit_lot where $john and remaining_cents > 0)`],
    kind: [`'grant'`],
    amount_cents: ['amount_cents + 1'],
    lot_remaining_cents: ['lot_remaining_cents - 1'],
    balance_cents: ['balance_cents + 1'],
    redemption_id: ['null'],
    reason: [`'goodwill'`],
    actor: [`'somebody else'`],
    created_at: [`created_at + interval '1 millisecond'`],
    hash: ['md5(hash) || md5(hash)'],
  };

  it.each(Object.entries(COLUMNS))(
    'returns the entry whose %s was changed',
    async (column, [value, failure]) => {
      await tamper(`update credit_entry set ${column} = ${value} where $john and sequence = 3`);
      expect(await firstFailure()).toEqual(failure?.() ?? atEntry(3));
    },
  );

  it('verifies every column of an entry', async () => {
    const columns = await app.database.sql<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'credit_entry'`,
    );
    expect(columns.map(({ name }) => name).sort()).toEqual(Object.keys(COLUMNS).sort());
  });

  it.each<[string, string[], () => object]>([
    ['the first was deleted', [`${DELETE} and sequence = 1`], () => atEntry(2, 'entry 1 is missing')],
    ['one in the middle was deleted', [`${DELETE} and sequence = 5`], () => atEntry(6, 'entry 5 is missing')],
    [
      'several were changed',
      [`${UPDATE} set actor = 'me' where $john and sequence in (4, 6)`],
      () => atEntry(4),
    ],
    [
      'two were swapped',
      [
        `${UPDATE} set sequence = sequence + 100 where $john and sequence in (2, 3)`,
        `${UPDATE} set sequence = 105 - sequence where $john and sequence > 100`,
      ],
      () => atEntry(2, FORGED, ids[2]),
    ],
    [
      'one was appended',
      [
        `insert into credit_entry select (jsonb_populate_record(e, '{"id": "cre_forged", "sequence": 9}')).* from credit_entry e where $john and sequence = 8`,
      ],
      () => atEntry(9, FORGED, 'cre_forged'),
    ],
  ])('returns the first wrong entry if %s', async (_, statements, failure) => {
    await tamper(...statements);
    expect(await firstFailure()).toEqual(failure());
  });

  it.each<[string, string, RegExp]>([
    ['the last entry was deleted', `${DELETE} and sequence = 8`, /^the account counts 8 entries, but has 7$/],
    ['every entry was deleted', DELETE, /^the account counts 8 entries, but has 0$/],
    [
      'the remainder of a lot was reduced',
      `${LOT} = ${unit - 1} where $john and remaining_cents = ${unit}`,
      /^the remainder of lot lot_\w+ is not the sum/,
    ],
    [
      'a used lot was refilled',
      `${LOT} = granted_cents where $john and granted_cents = ${20 * unit}`,
      /^the remainder of lot/,
    ],
    [
      'credit was moved between lots',
      `${LOT} = case granted_cents when ${unit} then 0 when ${3 * unit} then ${unit} else 0 end where $john`,
      /^the remainder of lot/,
    ],
    [
      'a lot was added',
      `insert into credit_lot select (jsonb_populate_record(l, '{"id": "lot_forged", "reward_id": null}')).* from credit_lot l where $john and granted_cents = ${unit}`,
      /^the remainder of lot lot_forged is not the sum/,
    ],
    [
      'the balance was changed',
      `update credit_account set balance_cents = ${unit + 1} where $john`,
      /balance is not the sum of its entries$/,
    ],
    [
      'the count was changed',
      'update credit_account set entry_count = 9 where $john',
      /^the account counts 9 entries, but has 8$/,
    ],
    [
      'the last hash was changed',
      'update credit_account set last_hash = md5(last_hash) || md5(last_hash) where $john',
      /last hash of the account is not/,
    ],
  ])('returns the customer and the problem if %s', async (_, statement, problem) => {
    await tamper(statement);
    const failure = await firstFailure();
    expect(failure).toEqual({ customer_id: JOHN, sequence: null, entry_id: null, problem: failure?.problem });
    expect(failure?.problem).toMatch(problem);
  });

  it("finds a tenant's ledger valid if another tenant's was changed", async () => {
    await tamper(
      `update credit_entry set amount_cents = ${7 * unit + 1} where tenant_id = '$other'`,
      `update credit_account set balance_cents = 1 where tenant_id = '$other'`,
      `delete from credit_lot where tenant_id = '$other'`,
    );
    expect(await verify()).toEqual({ valid: true, entries: STORY.length + 1, first_failure: null });
    expect(await verify(other)).toMatchObject({
      valid: false,
      first_failure: { customer_id: JOHN, sequence: 1 },
    });
  });
});

describe('/api/ledger/verify', () => {
  const app = useTestApp();

  it('finds an empty ledger valid', async () => {
    expect(await verified(app, await aTenant(app))).toEqual({ valid: true, entries: 0, first_failure: null });
  });

  it('finds a ledger valid at any time while it is written', async () => {
    const own = await aTenant(app, { currency: 'JPY' });
    const { id } = await aCustomer(app, own);
    const granting = atOnce(20, () => grantCredit(app, own, id, 100));
    const found = await atOnce(20, () => verified(app, own));
    await granting;
    expect([...found, await verified(app, own)].filter(({ valid }) => !valid)).toEqual([]);
    expect(await verified(app, own)).toMatchObject({ entries: 20 });
  });

  it('verifies every customer, however many there are', async () => {
    const own = await aTenant(app, { currency: 'KWD' });
    const customers = Array.from({ length: 101 }, (_, index) => `cus_${100 + index}`);
    await atOnce(101, async (index) => {
      const { id } = await aCustomer(app, own, { id: customers[index] ?? '' });
      await grantCredit(app, own, id, 100);
    });
    expect(await verified(app, own)).toEqual({ valid: true, entries: 101, first_failure: null });
    for (const customer_id of [100, 99, 50, 49, 0].map((index) => customers[index])) {
      await app.database.sql(
        `update credit_entry set actor = 'me' where tenant_id = $1 and customer_id = $2`,
        [own.id, customer_id],
      );
      expect(await verified(app, own)).toMatchObject({
        valid: false,
        first_failure: { customer_id, sequence: 1 },
      });
    }
  });
});
