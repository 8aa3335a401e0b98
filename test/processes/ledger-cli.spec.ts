import { SERVICE_ROLE } from '../../src/core/database/tenant-scope.js';
import { inVain } from '../e2e/expectations.js';
import { TestApp } from '../support/app.js';
import { aCustomer, aTenant, grantCredit, redeem, type TestTenant } from '../support/factories.js';
import { command, type ProcessResult } from '../support/process.js';

describe('the command `ledger`', () => {
  let app: TestApp;
  let acme: TestTenant;
  let zeta: TestTenant;

  /** Four tenants, in the order in which they are looked at: with three entries, two, none, and two. */
  beforeEach(async () => {
    app = await TestApp.start();
    acme = await aTenant(app, { slug: 'acme-waste' });
    const dinar = await aTenant(app, { slug: 'dinar', currency: 'KWD' });
    await aTenant(app, { slug: 'empty' });
    zeta = await aTenant(app, { slug: 'zeta', currency: 'JPY' });
    for (const tenant of [acme, dinar, zeta]) {
      await aCustomer(app, tenant, { id: 'john' });
      await grantCredit(app, tenant, 'john', 2000);
      await redeem(app, tenant, 'john', { amount_cents: 500 });
    }
    await aCustomer(app, acme, { id: 'zoe' });
    await grantCredit(app, acme, 'zoe', 70);
  });
  afterEach(() => app.stop());

  const run = (...args: string[]): Promise<ProcessResult> =>
    command(['ledger', ...args], {
      DATABASE_URL: app.database.urlAs(SERVICE_ROLE),
      JWT_SECRET: 'x'.repeat(32),
    });

  /** Changes an entry of a tenant's John as only a superuser can. @returns its id */
  async function tamper(slug: string, sequence: number, change: string): Promise<string> {
    const [entry] = await app.database.sql<{ id: string }>(
      `update credit_entry set ${change}
        where tenant_id = (select id from tenant where slug = $1) and customer_id = 'john' and sequence = $2 returning id`,
      [slug, sequence],
    );
    return entry?.id ?? '';
  }

  it('prints that all is valid with the number of entries and tenants, and writes nothing', async () => {
    const ended = await inVain(app, () => run('verify'));
    expect(ended).toEqual({
      code: 0,
      signal: null,
      stdout: 'valid: 7 entries of 4 tenants\n',
      stderr:
        'acme-waste: 3 entries, valid\ndinar: 2 entries, valid\nempty: 0 entries, valid\nzeta: 2 entries, valid\n',
    });
  });

  it.each([
    ['acme-waste', 3],
    ['empty', 0],
  ])('verifies one tenant only on request: %s', async (slug, entries) => {
    expect(await run('verify', '--tenant', slug)).toMatchObject({
      code: 0,
      stdout: `valid: ${entries} entries of 1 tenant\n`,
      stderr: `${slug}: ${entries} entries, valid\n`,
    });
  });

  it('includes suspended tenants and inactive customers', async () => {
    await app.database.sql(`update tenant set status = 'suspended'`);
    await app.database.sql(`update customer set status = 'inactive'`);
    expect(await run('verify')).toMatchObject({ code: 0, stdout: 'valid: 7 entries of 4 tenants\n' });
    const id = await tamper('acme-waste', 1, `reason = 'another'`);
    const { code, stderr } = await run('verify', '--tenant', 'acme-waste');
    expect([code, stderr]).toEqual([1, expect.stringContaining(id)]);
  });

  it.each([
    ['acme-waste', 1, `reason = 'another'`, []],
    ['dinar', 2, 'amount_cents = -499', ['acme-waste: 3 entries, valid']],
    [
      'zeta',
      2,
      `hash = repeat('0', 64)`,
      ['acme-waste: 3 entries, valid', 'dinar: 2 entries, valid', 'empty: 0 entries, valid'],
    ],
  ])(
    'names tenant, entry and customer in one line when at %s entry %d was changed: %s',
    async (slug, sequence, change, before) => {
      const id = await tamper(slug, sequence, change);
      const why = 'its hash does not follow from its content and the entry before';
      const line = `${slug}: entry ${sequence} (${id}) of customer john: ${why}`;
      expect(await run('verify')).toEqual({
        code: 1,
        signal: null,
        stdout: '',
        stderr: [...before, line].map((text) => `${text}\n`).join(''),
      });
      const other = slug === 'zeta' ? 'acme-waste' : 'zeta';
      expect(await run('verify', '--tenant', other)).toMatchObject({ code: 0 });
    },
  );

  it('names the customer when it is the account that does not agree with its entries', async () => {
    await app.database.sql('update credit_account set balance_cents = 1 where tenant_id = $1', [zeta.id]);
    const { code, stdout, stderr } = await run('verify');
    expect([code, stdout]).toEqual([1, '']);
    const told = stderr.trimEnd().split('\n');
    expect(told).toEqual([
      'acme-waste: 3 entries, valid',
      'dinar: 2 entries, valid',
      'empty: 0 entries, valid',
      "zeta: customer john: the account's balance is not the sum of its entries",
    ]);
  });

  it.each(['nobody', ''])('fails in one line for an unknown tenant: %j', async (slug) => {
    const { code, stdout, stderr } = await run('verify', '--tenant', slug);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^[^\n]*tenant[^\n]*\n$/i);
  });

  it('fails in one line when there is no database', async () => {
    const DATABASE_URL = app.database.urlAs(SERVICE_ROLE).replace(app.database.name, 'nowhere');
    const settings = { DATABASE_URL, JWT_SECRET: 'x'.repeat(32) };
    const { code, stdout, stderr } = await command(['ledger', 'verify'], settings);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^Can't connect to the database: [^\n]*\n$/);
  });
});

describe('the usage of the command `ledger`', () => {
  it.each([[[]], [['check']], [['verify', '--tenant']], [['verify', '--colour', 'red']]])(
    'prints its usage and exits with 2 when called incorrectly: %j',
    async (args) => {
      const { code, stdout, stderr } = await command(['ledger', ...args], {});
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('npm run ledger -- verify [--tenant acme-waste]');
    },
  );

  it.each([[['--help']], [['verify', '-h']]])('prints its usage: %j', async (args) => {
    const { code, stdout, stderr } = await command(['ledger', ...args], {});
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('npm run ledger -- verify [--tenant acme-waste]');
  });
});
