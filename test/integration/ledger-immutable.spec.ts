import { Client } from 'pg';
import type { VerificationAnswer } from '../../src/reward/ledger/ledger.dto.js';
import { TestApp, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { aCustomer, aTenant, grantCredit, redeem, type TestTenant } from '../support/factories.js';

/** What the service may change of what is kept on credit and its use. */
const CHANGEABLE = {
  credit_entry: [],
  redemption_reversal: [],
  credit_account: ['balance_cents', 'entry_count', 'last_hash'],
  credit_lot: ['reinstated_at', 'remaining_cents', 'reversed_at'],
  redemption: ['refunded_cents', 'restored_credit_cents', 'reversed_cents', 'status'],
  redemption_line: ['restored_cents'],
};
const TABLES = Object.keys(CHANGEABLE);

/** A tenant with a ledger of three entries: 500 were granted, 200 used, 100 given back. */
async function aLedger(app: TestApp, id: string, currency: string): Promise<TestTenant> {
  const tenant = await aTenant(app, { currency });
  await aCustomer(app, tenant, { id });
  await grantCredit(app, tenant, id, 500);
  const { body } = await redeem(app, tenant, id, { amount_cents: 200 });
  const given = { amount_cents: 100, reason: 'refunded' };
  await app.post(`/api/redemptions/${body.id}/reverse`, given, tenant.admin);
  return tenant;
}

/** Past all code of ours: as the role of the service, in the context of a tenant. */
describe('a ledger', () => {
  let app: TestApp;
  let ours: TestTenant;
  let theirs: TestTenant;
  let theirRedemption: string;
  let service: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    const { host, username: user, database } = app.database.service as Record<string, string>;
    service = new Client({ host: host ?? '', user: user ?? '', database: database ?? '' });
    await service.connect();
  });
  beforeEach(() => service.query(`begin; set local app.tenant_id = '${ours.id}'`));
  afterEach(() => service.query('rollback'));
  afterAll(async () => {
    await service.end();
    await app.stop();
  });

  async function arrange(currency = 'USD'): Promise<void> {
    [ours, theirs] = await Promise.all([
      aLedger(app, 'cus_ours', currency),
      aLedger(app, 'cus_theirs', currency),
    ]);
    await aCustomer(app, ours, { id: 'cus_other' });
    await grantCredit(app, ours, 'cus_other', 50);
    await aCustomer(app, ours, { id: 'cus_new' });
    await app.database.sql(`update credit_entry set id = 'cre_other' where customer_id = 'cus_other'`);
    const [redemption] = await app.database.sql<{ id: string }>(
      'select id from redemption where tenant_id = $1',
      [theirs.id],
    );
    theirRedemption = redemption?.id ?? '';
  }

  const DENIED = { code: '42501', message: expect.stringMatching(/^permission denied for table/) as string };
  const FOREIGN = { code: '42501', message: expect.stringMatching(/row-level security policy/) as string };

  /** Undone when it is refused, and then answers with the refusal. */
  const trying = async (text: string): Promise<{ refused?: unknown }> => {
    await service.query('savepoint before');
    return service.query(text).then(
      () => ({}),
      async (refused: unknown) => {
        await service.query('rollback to before');
        return { refused };
      },
    );
  };
  /** One of our rows of a table once more, with these differences. */
  const insert = (table: string, differences: object, which = 'true'): Promise<unknown> =>
    service.query(
      `insert into ${table} select (jsonb_populate_record(kept, $1)).* from ${table} kept where ${which} limit 1`,
      [JSON.stringify(differences).replace('$theirs', theirRedemption)],
    );
  /** An entry that gives 100 back, as the last one did, but for these differences. */
  const enter = (differences: object): Promise<unknown> =>
    insert(
      'credit_entry',
      { sequence: 4, id: 'cre_new', lot_remaining_cents: 500, balance_cents: 500, ...differences },
      `customer_id = 'cus_ours' and sequence = 3`,
    );

  describe('whatever it holds', () => {
    beforeAll(() => arrange());

    describe.each(Object.entries(CHANGEABLE))('its table %s', (table, changeable) => {
      it(`lets the service change ${changeable.join(', ') || 'nothing'}, and no other column`, async () => {
        const columns = await app.database.sql<{ name: string }>(
          `select column_name as name from information_schema.columns where table_name = $1 order by 1`,
          [table],
        );
        const tried = new Map<string, unknown>();
        for (const { name } of columns) {
          tried.set(name, (await trying(`update ${table} set ${name} = ${name}`)).refused);
        }
        const changed = [...tried].filter(([, refused]) => refused === undefined).map(([name]) => name);
        expect(changed).toEqual(changeable);
        const refusals = [...tried.values()].filter((refused) => refused !== undefined);
        expect(refusals).toEqual(refusals.map(() => expect.objectContaining(DENIED) as unknown));
      });

      it.each([`delete from ${table}`, `truncate ${table} cascade`])('refuses %s', async (statement) => {
        await expect(service.query(statement)).rejects.toMatchObject(DENIED);
      });
    });

    it.each(TABLES)("refuses a row of another tenant's %s", async (table) => {
      await expect(insert(table, { tenant_id: theirs.id })).rejects.toMatchObject(FOREIGN);
    });

    it.each(Object.entries(CHANGEABLE))(
      "shows and changes no row of another tenant's %s",
      async (table, columns) => {
        const of = `${table} where tenant_id = '${theirs.id}'`;
        expect(await app.database.count(of)).toBeGreaterThan(0);
        expect(await service.query(`select from ${of}`)).toMatchObject({ rowCount: 0 });
        for (const column of columns) {
          const changing = service.query(`update ${of.replace('where', `set ${column} = ${column} where`)}`);
          expect(await changing).toMatchObject({ rowCount: 0 });
        }
      },
    );
  });

  describe.each(CURRENCIES)('in $currency', ({ currency }) => {
    beforeAll(() => arrange(currency));

    it.each([
      [
        'a lot below nothing',
        'update credit_lot set remaining_cents = remaining_cents - 401',
        'credit_lot_remaining',
      ],
      [
        'a lot above its grant',
        'update credit_lot set remaining_cents = granted_cents + 1',
        'credit_lot_remaining',
      ],
      ['a balance below nothing', 'update credit_account set balance_cents = -1', 'credit_account_balance'],
      ['a last hash that is none', `update credit_account set last_hash = ''`, 'credit_account_hash'],
    ])('refuses %s', async (_, statement, constraint) => {
      await expect(service.query(statement)).rejects.toMatchObject({ code: '23514', constraint });
    });

    it.each([
      ['of nothing', { granted_cents: 0, remaining_cents: 0 }],
      ['of less', { granted_cents: -1, remaining_cents: -1 }],
      ['with more left than there was', { granted_cents: 1, remaining_cents: 2 }],
    ])('refuses a lot %s', async (_, differences) => {
      const entering = insert('credit_lot', { id: 'lot_new', ...differences });
      await expect(entering).rejects.toMatchObject({ constraint: 'credit_lot_remaining' });
    });

    const ADDING = ['grant', 'restore'];
    const TAKING = ['capture', 'expire', 'reverse', 'adjust'];

    it.each([
      ...ADDING.map((kind) => ({ kind, amount_cents: 1 })),
      ...TAKING.map((kind) => ({ kind, amount_cents: -1 })),
    ])('takes an entry of the right sign: $kind of $amount_cents', async (entry) => {
      await expect(enter(entry)).resolves.toMatchObject({ rowCount: 1 });
    });

    it.each([
      ...ADDING.flatMap((kind) => [0, -1].map((amount_cents) => ({ kind, amount_cents }))),
      ...TAKING.flatMap((kind) => [0, 1].map((amount_cents) => ({ kind, amount_cents }))),
      { kind: 'bonus', amount_cents: 1 },
    ])('refuses an entry of a wrong sign: $kind of $amount_cents', async (entry) => {
      await expect(enter(entry)).rejects.toMatchObject({ constraint: 'credit_entry_amount' });
    });

    it.each<[string, object, string]>([
      ['without a number', { sequence: 0 }, 'credit_entry_running'],
      ['with a number that is there', { sequence: 3 }, 'credit_entry_pkey'],
      ['with an id that is there', { id: 'cre_other' }, 'credit_entry_id_key'],
      ['that leaves less than nothing of a lot', { lot_remaining_cents: -1 }, 'credit_entry_running'],
      ['that leaves a balance below its lot', { balance_cents: 499 }, 'credit_entry_running'],
      ['with a hash that is none', { hash: 'A'.repeat(64) }, 'credit_entry_hash'],
      [
        "of another customer's lot",
        { customer_id: 'cus_other' },
        'credit_entry_tenant_id_customer_id_lot_id_fkey',
      ],
      [
        'of a customer without an account',
        { customer_id: 'cus_new' },
        'credit_entry_tenant_id_customer_id_fkey',
      ],
      [
        "of another tenant's redemption",
        { redemption_id: '$theirs' },
        'credit_entry_tenant_id_redemption_id_fkey',
      ],
    ])('refuses an entry %s', async (_, differences, constraint) => {
      await expect(enter(differences)).rejects.toMatchObject({ constraint });
    });
  });
});

const FORGED = 'its hash does not follow from its content and the entry before';

describe.each(CURRENCIES)('a lot in $currency that was changed in the database', ({ currency }) => {
  const app = useTestApp();
  let tenant: TestTenant;
  let customerId: string;

  beforeEach(async () => {
    tenant = await aTenant(app, { currency });
    customerId = (await aCustomer(app, tenant)).id;
    await grantCredit(app, tenant, customerId, 500, '2090-01-01T00:00:00Z');
    await grantCredit(app, tenant, customerId, 20);
  });

  const verify = async (): Promise<VerificationAnswer> =>
    (await app.get<VerificationAnswer>('/api/ledger/verify', tenant.admin)).body;

  /** Runs a statement as a superuser, with foreign keys disabled. */
  const tamper = async (statement: string): Promise<void> => {
    await app.database.sql('begin');
    await app.database.sql('set local session_replication_role = replica');
    await app.database.sql(`${statement} where tenant_id = '${tenant.id}' and customer_id = '${customerId}'`);
    await app.database.sql('commit');
  };

  it.each([
    ['expires later', `update credit_lot set expires_at = '2099-01-01'`, FORGED],
    ['does not expire', 'update credit_lot set expires_at = null', FORGED],
    ['is for another reward', `update credit_lot set reward_id = 'rwd_' || id`, FORGED],
    [
      'has a larger granted amount',
      'update credit_lot set granted_cents = granted_cents + 1',
      'its lot has another granted amount or time',
    ],
    [
      'is older',
      `update credit_lot set created_at = '2020-01-01'`,
      'its lot has another granted amount or time',
    ],
    ['is missing', 'delete from credit_lot', 'its lot is missing'],
  ])('is found at its entry if it %s', async (_, statement, problem) => {
    expect(await verify()).toEqual({ valid: true, entries: 2, first_failure: null });
    await tamper(statement);
    const { valid, first_failure } = await verify();
    expect(valid).toBe(false);
    expect(first_failure).toMatchObject({ customer_id: customerId, sequence: 1, problem });
  });

  it('is found if its account is missing', async () => {
    await tamper('delete from credit_account');
    expect(await verify()).toMatchObject({
      valid: false,
      first_failure: { customer_id: customerId, sequence: null, problem: 'its account is missing' },
    });
  });
});
