import { SERVICE_ROLE } from '../../src/core/database/tenant-scope.js';
import { TestDatabase } from '../support/database.js';

/** Tables without a tenant. Whoever adds one says so here, and why its rows may be seen by all. */
const SHARED_TABLES = ['rate_usage', 'schema_migration', 'tenant']; // rate_usage: counts under keyed hashes

const TENANT_TABLE = `
  pg_class c join pg_attribute tenant on tenant.attrelid = c.oid and tenant.attname = 'tenant_id' and not tenant.attisdropped
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;

/** What the service may do in each table. What is not listed here it can't: an entry of the ledger never changes. */
const RIGHTS = {
  audit_entry: 'insert, select, update (after, before)',
  api_key: 'insert, select, update (expires_at, last_used_at, revoked_at)',
  abuse_rules:
    'insert, select, update (disposable_domain, same_address, same_email, same_phone, updated_at, updated_by, velocity_address, velocity_address_limit, velocity_referrer, velocity_referrer_limit, version)',
  abuse_velocity: 'insert, select, update (recent)',
  code_traffic: 'insert, select, update (code_validated, link_opened)',
  credit_account: 'insert, select, update (balance_cents, entry_count, last_hash)',
  credit_entry: 'insert, select',
  credit_lot: 'insert, select, update (reinstated_at, remaining_cents, reversed_at)',
  customer: 'insert, select, update (canonical_email, email, erased_at, name, phone, status)',
  enrollment: 'insert, select, update (address_fingerprint, promo_redemption_id)',
  erased_person: 'insert, select',
  former_trait: 'delete, insert, select',
  idempotency_key: 'delete, insert, select, update (answer, created_at, fingerprint, status)',
  event_position: 'insert, select, update (last_sequence)',
  outbox_event: 'insert, select, update (sequence)',
  program_terms: 'insert, select',
  promo: 'delete, insert, select, update',
  rate_usage: 'delete, insert, select, update (used)',
  redemption: 'insert, select, update (refunded_cents, restored_credit_cents, reversed_cents, status)',
  redemption_line: 'insert, select, update (restored_cents)',
  redemption_reversal: 'insert, select',
  referral:
    'insert, select, update (qualified_by_redemption_id, qualified_cents, referee_reward_withheld, referrer_reward_withheld, refunded_at, requalified_at, status)',
  referral_code: 'insert, select',
  referral_program: 'insert, select, update (terms_version)',
  referral_timeline: 'insert, select',
  review: 'insert, select, update (decided_at, decided_by, reason, status)',
  reward:
    'insert, select, update (applied_at, available_at, expires_at, redemption_id, refunded_as, shortfall_cents, status, used_cents)',
  reward_allowance: 'insert, select, update (used)',
  schema_migration: 'select',
  tenant: 'insert, select, update (name, status)',
  tenant_branding: 'insert, select, update (color, updated_at)',
  webhook_delivery:
    'delete, insert, select, update (attempts, last_attempt_at, last_error, last_status, leased_until, next_attempt_at, status)',
  webhook_endpoint:
    'delete, insert, select, update (active, description, disabled_reason, events, previous_secret, previous_secret_until, secret, url)',
};

/** Asked of the catalog, so that a table, an index or a key that comes later can't be forgotten. */
describe('every table of tenants', () => {
  let database: TestDatabase;

  beforeAll(async () => (database = await TestDatabase.clone()));
  afterAll(() => database.drop());

  const names = async (text: string): Promise<string[]> =>
    (await database.sql<{ name: string }>(text)).map(({ name }) => name);

  it('is a table with a tenant_id, and the few others are known', async () => {
    const others = await names(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
       except select c.relname from ${TENANT_TABLE} order by 1`,
    );
    expect(others).toEqual(SHARED_TABLES);
    expect((await names(`select c.relname as name from ${TENANT_TABLE}`)).length).toBeGreaterThan(16);
  });

  it('has row security on, forced, and its one policy for every role and command', async () => {
    const unlike = await names(
      `select c.relname as name from ${TENANT_TABLE}
          and not (c.relrowsecurity and c.relforcerowsecurity
            and (select count(*) from pg_policy p where p.polrelid = c.oid) = 1
            and exists (select from pg_policy p
                         where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive and p.polroles = '{0}'
                           and pg_get_expr(p.polqual, c.oid) = '(tenant_id = ( SELECT current_tenant() AS current_tenant))'
                           and pg_get_expr(p.polwithcheck, c.oid) = pg_get_expr(p.polqual, c.oid)))`,
    );
    expect(unlike).toEqual([]);
  });

  it('has a tenant_id that is never null', async () => {
    expect(await names(`select c.relname as name from ${TENANT_TABLE} and not tenant.attnotnull`)).toEqual(
      [],
    );
  });

  it('has a primary key', async () => {
    const without = await names(
      `select c.relname as name from ${TENANT_TABLE}
          and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`,
    );
    expect(without).toEqual([]);
  });

  it('begins each index, unique key and primary key with the tenant', async () => {
    const unlike = await names(
      `select i.indexrelid::regclass::text as name
         from pg_index i join (select c.oid, tenant.attnum from ${TENANT_TABLE}) t on t.oid = i.indrelid
        where i.indkey[0] <> t.attnum`,
    );
    expect(unlike).toEqual([]);
  });

  it('refers to tables of tenants within the tenant', async () => {
    const unlike = await names(
      `with tables as (select c.oid, tenant.attnum from ${TENANT_TABLE})
       select k.conrelid::regclass || '.' || k.conname as name
         from pg_constraint k
         join tables here on here.oid = k.conrelid
         join tables there on there.oid = k.confrelid
        where k.contype = 'f'
          and not exists (select from unnest(k.conkey, k.confkey) as pair (own, referred)
                           where pair.own = here.attnum and pair.referred = there.attnum)`,
    );
    expect(unlike).toEqual([]);
  });

  it('is checked at once or at the commit, never set to null or cascaded, and runs no trigger of ours', async () => {
    const acting = await names(
      `select k.conname as name from pg_constraint k
        where k.contype = 'f' and k.connamespace = 'public'::regnamespace and (k.confdeltype <> 'a' or k.confupdtype <> 'a')
       union all
       select t.tgname from pg_trigger t where not t.tgisinternal`,
    );
    expect(acting).toEqual([]);
  });

  it('gives the service the rights that its stories need, and no other', async () => {
    const granted = await database.sql<{ name: string; rights: string }>(
      `select name, string_agg(privilege, ', ' order by privilege) as rights
         from (select c.relname as name, lower(a.privilege_type) as privilege
                 from pg_class c, aclexplode(c.relacl) a
                where c.relnamespace = 'public'::regnamespace and a.grantee = $1::regrole
               union all
               select c.relname, lower(a.privilege_type) || ' (' || string_agg(attname, ', ' order by attname) || ')'
                 from pg_class c join pg_attribute on attrelid = c.oid, aclexplode(attacl) a
                where c.relnamespace = 'public'::regnamespace and a.grantee = $1::regrole
                group by c.relname, a.privilege_type) rights
        group by name`,
      [SERVICE_ROLE],
    );
    expect(Object.fromEntries(granted.map(({ name, rights }) => [name, rights]))).toEqual(RIGHTS);
  });

  it('takes its ids from no sequence', async () => {
    const sequences = await names(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'`,
    );
    expect(sequences).toEqual(['schema_migration_id_seq']);
  });
});
