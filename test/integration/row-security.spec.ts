import { Client } from 'pg';
import { SERVICE_ROLE } from '../../src/core/database/tenant-scope.js';
import { PlatformData } from '../../src/core/database/platform-data.js';
import { TenantReader } from '../../src/core/database/tenant-reader.js';
import type { Transaction } from '../../src/core/database/transaction.js';
import { UnitOfWork } from '../../src/core/database/unit-of-work.js';
import { EventDrainService } from '../../src/core/outbox/event-drain.service.js';
import { TrafficCounterService } from '../../src/referral/traffic/traffic-counter.service.js';
import { TestApp } from '../support/app.js';
import {
  aCustomer,
  anApiKey,
  anEmail,
  aPromo,
  aReferee,
  aReferrer,
  aTenant,
  atOnce,
  aWebhook,
  redeem,
  saveProgram,
  type TestTenant,
} from '../support/factories.js';

const FORGETFUL = { name: 'forgets_the_tenant', text: 'select tenant_id from customer' };
const FOREIGN = { name: 'asks_for_another', text: 'select * from customer where tenant_id = $1' };
const denied = { code: '42501' };

/** With a row in every table. */
async function aFullTenant(app: TestApp): Promise<TestTenant> {
  const tenant = await aTenant(app);
  await saveProgram(app, tenant, { referral_reward_type: 'credit', referral_max_rewards_per_referrer: 9 });
  await app.put('/api/abuse-rules', { velocity_referrer_limit: 1 }, tenant.admin);
  await app.put('/api/branding', { brand_color: '#123456' }, tenant.admin);
  const { id, code } = await aReferrer(app, tenant);
  await aReferee(app, tenant, { referral_code: code });
  await app.delete(`/api/customers/${(await aCustomer(app, tenant)).id}`, tenant.admin);
  await app.patch(`/api/customers/${id}`, { email: anEmail() }, tenant.admin);
  await anApiKey(app, tenant);
  await aWebhook(app, tenant);
  const keyed = { token: tenant.admin, headers: { 'idempotency-key': 'a-key' } };
  const person = { name: 'Keyed', email: anEmail() };
  await app.call('POST', '/api/customers', { ...keyed, body: person });
  const promo = await aPromo(app, tenant, { combinable_with_referral: true });
  await aReferee(app, tenant, { referral_code: code, promo_code: promo.code });
  const { body } = await redeem(app, tenant, id);
  const reversal = { amount_cents: 1, reason: 'a test' };
  await app.post(`/api/redemptions/${body.id}/reverse`, reversal, tenant.admin);
  await app.post('/api/referrals/validate', { referral_code: code, tenant_slug: tenant.slug });
  await app.nest.get(TrafficCounterService).flush();
  await app.nest.get(EventDrainService).drain(tenant.id); // which makes deliveries
  return tenant;
}

/** Past every guard and every `where`: what is left is the database's own row-level security. */
describe('row-level security', () => {
  let app: TestApp;
  let ours: TestTenant;
  let theirs: TestTenant;
  let tables: string[];
  let service: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    [ours, theirs] = await Promise.all([aFullTenant(app), aFullTenant(app)]);
    const rows = await app.database.sql<{ name: string }>(
      `select table_name as name from information_schema.columns
        where table_schema = 'public' and column_name = 'tenant_id' order by 1`,
    );
    tables = rows.map(({ name }) => name);
    const { host, username: user, database } = app.database.service as Record<string, string>;
    service = new Client({ host: host ?? '', user: user ?? '', database: database ?? '' });
    await service.connect();
  });
  afterEach(() => service.query('rollback'));
  afterAll(async () => {
    await service.end();
    await app.stop();
  });

  const actAs = async (tenantId: string): Promise<void> => {
    await service.query(`begin; set local app.tenant_id = '${tenantId}'`);
  };
  const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    app.nest.get(UnitOfWork).run(ours.id, work);

  it('shows a reader that forgets the tenant its own rows only', async () => {
    const rows = await app.nest.get(TenantReader).rows<{ tenant_id: string }>(ours.id, FORGETFUL, []);
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set(rows.map(({ tenant_id }) => tenant_id))).toEqual(new Set([ours.id]));
  });

  it('shows a reader that asks for another tenant nothing', async () => {
    expect(await app.nest.get(TenantReader).rows(ours.id, FOREIGN, [theirs.id])).toEqual([]);
    expect(await app.nest.get(TenantReader).rows(ours.id, FOREIGN, [ours.id])).not.toEqual([]);
  });

  it('lets a reader write nothing', async () => {
    const text = `update customer set name = 'Read' where tenant_id = $1`;
    const writing = app.nest.get(TenantReader).rows(ours.id, { name: 'writes', text }, [ours.id]);
    await expect(writing).rejects.toMatchObject({ code: '25006' });
  });

  it('keeps no tenant on a connection that goes back to the pool', async () => {
    await atOnce(30, (index) =>
      app.nest.get(TenantReader).rows([ours, theirs][index % 2]?.id ?? '', FORGETFUL, []),
    );
    const seen = await atOnce(30, () => app.nest.get(PlatformData).rows(FORGETFUL));
    expect(seen.flat()).toEqual([]);
  });

  it('lets a story insert no row of another tenant', async () => {
    const text = `insert into customer select $1, 'cus_stray', name, 'stray@example.com', canonical_email, phone, status,
                         created_at from customer limit 1`;
    const inserting = run((tx) => tx.query({ name: 'insert_stray', text }, [theirs.id]));
    await expect(inserting).rejects.toMatchObject(denied);
    expect(await app.database.count(`customer where id = 'cus_stray'`)).toBe(0);
  });

  it.each([
    ['update', `update customer set name = 'Theirs' where tenant_id = $1 returning id`],
    [
      'update without a word of the tenant',
      `update customer set name = 'Theirs' where tenant_id >= $1 returning tenant_id as id`,
    ],
    ['delete', 'delete from promo where tenant_id = $1 returning id'],
  ])('lets a story %s no row of another tenant', async (name, text) => {
    await run((tx) => tx.query({ name, text }, [theirs.id]));
    expect(await app.database.count(`customer where name = 'Theirs' and tenant_id = $1`, [theirs.id])).toBe(
      0,
    );
    expect(await app.database.count('promo where tenant_id = $1', [theirs.id])).toBe(1);
  });

  it('moves no row to another tenant', async () => {
    const text = 'update promo set tenant_id = $2 where tenant_id = $1';
    const moving = run((tx) => tx.query({ name: 'move', text }, [ours.id, theirs.id]));
    await expect(moving).rejects.toMatchObject(denied);
  });

  it.each(['no tenant', 'an empty tenant', 'a tenant that does not exist'])(
    'shows and takes nothing with %s set',
    async (setting) => {
      await service.query('begin');
      if (setting !== 'no tenant')
        await service.query(`set local app.tenant_id = '${setting === 'an empty tenant' ? '' : 'nobody'}'`);
      for (const table of tables) {
        const { rows } = await service.query(`select from ${table}`);
        expect([table, rows.length]).toEqual([table, 0]);
      }
      const inserting = service.query(`insert into referral_program values ($1, 1)`, [ours.id]);
      await expect(inserting).rejects.toMatchObject(denied);
    },
  );

  it('shows with a tenant set that tenant and no other, in every table', async () => {
    await actAs(ours.id);
    for (const table of tables) {
      const { rows } = await service.query(`select distinct tenant_id from ${table}`);
      expect([table, rows]).toEqual([table, [{ tenant_id: ours.id }]]);
    }
  });

  it.each(
    [
      'program_terms',
      'referral_timeline',
      'outbox_event',
      'enrollment',
      'referral_code',
      'credit_entry',
      'redemption_reversal',
      'erased_person',
    ].flatMap((table) => [
      [table, `update ${table} set tenant_id = tenant_id`],
      [table, `delete from ${table}`],
      [table, `truncate ${table} cascade`],
    ]),
  )('keeps %s as it was written: %s', async (_, statement) => {
    await actAs(ours.id);
    await expect(service.query(statement)).rejects.toMatchObject(denied);
  });

  it.each([
    'delete from customer',
    `update customer set id = 'cus_new'`,
    `update customer set tenant_id = 'x'`,
    'update customer set created_at = now()',
    'delete from referral',
    `update referral set referrer_customer_id = 'x'`,
    'update referral set terms_version = 1',
    'delete from reward',
    'update reward set value_units = 1',
    `update reward set customer_id = 'x'`,
    'delete from reward_allowance',
    `update reward_allowance set period = 'x'`,
    'delete from credit_account',
    `update credit_account set customer_id = 'x'`,
    'delete from credit_lot',
    'update credit_lot set granted_cents = 1',
    'update credit_lot set expires_at = null',
    `update credit_lot set customer_id = 'x'`,
    'delete from redemption',
    `update redemption set invoice_id = 'x'`,
    'update redemption set subtotal_cents = 0',
    'delete from redemption_line',
    'update redemption_line set amount_cents = 1',
    'delete from referral_program',
    'delete from code_traffic',
    `update code_traffic set day = now()`,
    'delete from tenant',
    `update tenant set slug = 'x'`,
    `update tenant set currency = 'EUR'`,
    'delete from schema_migration',
    'create table mine (id text)',
    'alter table customer disable row level security',
    'drop policy tenant_isolation on customer',
    'create function current_tenant() returns text language sql as $$ select 1 $$',
    `set local role postgres`,
  ])('gives the service no right to %s', async (statement) => {
    await actAs(ours.id);
    await expect(service.query(statement)).rejects.toMatchObject(denied);
  });

  it('takes no row of another tenant into any table', async () => {
    // It is the policy that must say so: a right that is missing has the same code, and constraints are looked at later.
    const refused = {
      ...denied,
      message: expect.stringContaining('violates row-level security policy') as string,
    };
    for (const table of tables) {
      await actAs(ours.id);
      const stray = `jsonb_populate_record(null::${table}, to_jsonb(own) || jsonb_build_object('tenant_id', $1::text))`;
      const inserting = service.query(`insert into ${table} select (${stray}).* from ${table} own limit 1`, [
        theirs.id,
      ]);
      expect([table, await inserting.catch((error: unknown) => error)]).toEqual([
        table,
        expect.objectContaining(refused),
      ]);
      await service.query('rollback');
    }
  });

  it('binds the service: it owns nothing, and bypasses nothing', async () => {
    const [role] = await app.database.sql(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
              (select count(*)::int from pg_shdepend where refobjid = r.oid and deptype = 'o') as owned,
              (select count(*)::int from pg_auth_members where member = r.oid) as memberships
         from pg_roles r where rolname = $1`,
      [SERVICE_ROLE],
    );
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      owned: 0,
      memberships: 0,
    });
  });
});
