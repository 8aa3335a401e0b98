import type { TenantAnswer } from '../../src/tenant/tenant.dto.js';
import { SECRET, useTestApp } from '../support/app.js';
import { TestDatabase } from '../support/database.js';
import { aCustomer, aTenant, type TestTenant } from '../support/factories.js';
import { command, type ProcessResult, type Settings } from '../support/process.js';
import { MIGRATIONS } from '../../src/core/database/migrations/migrations.js';
import { SERVICE_ROLE } from '../../src/core/database/tenant-scope.js';

/** What a command printed, when it printed one line and nothing else. */
function lineOf({ code, stdout, stderr }: ProcessResult): string {
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^[^\n]+\n$/);
  return stdout.trimEnd();
}

const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

describe('the command line', () => {
  const app = useTestApp();
  let tenant: TestTenant;
  let settings: Settings;

  beforeAll(async () => {
    tenant = await aTenant(app, { slug: 'acme-waste' });
    await aCustomer(app, tenant, { id: 'cus_john', email: 'john@example.com' });
    settings = { DATABASE_URL: app.database.urlAs(SERVICE_ROLE), JWT_SECRET: SECRET };
  });

  const run = (line: string): Promise<ProcessResult> => command(line.split(' '), settings);

  it.each([
    ['token platform', '/api/tenants', { aud: 'platform' }, 12 * 3600],
    ['token admin --tenant acme-waste', '/api/referrals/config', { aud: 'tenant-admin' }, 12 * 3600],
    ['token admin --tenant acme-waste --user usr_7 --ttl 30m', '/api/promos', { sub: 'usr_7' }, 1800],
    [
      'token customer --tenant acme-waste --email John@Example.com --ttl 2d',
      '/api/referrals/my-code',
      { aud: 'customer', sub: 'cus_john' },
      2 * 86_400,
    ],
  ])('`%s` prints a token that opens %s, and nothing else', async (line, route, who, seconds) => {
    const token = lineOf(await run(line));
    expect((await app.get(route, token)).status).toBe(200);
    const { iat, exp, ...claims } = claimsOf(token);
    expect(claims).toMatchObject({ iss: 'referrals', ...who });
    expect(claims.tenant_id).toBe(line === 'token platform' ? undefined : tenant.id);
    expect(Number(exp) - Number(iat)).toBe(seconds);
  });

  it('makes a tenant and prints it as JSON, once for each slug', async () => {
    const args = ['tenant', 'create', '--slug', 'new-tenant', '--name', 'New & Söhne', '--currency', 'JPY'];
    const made = await command(args, settings);
    expect([made.code, made.stderr]).toEqual([0, '']);
    const printed = JSON.parse(made.stdout) as TenantAnswer;
    expect(printed).toMatchObject({
      slug: 'new-tenant',
      name: 'New & Söhne',
      currency: 'JPY',
      status: 'active',
    });
    const platform = app.tokens.issue({ audience: 'platform', subject: 'test' });
    expect((await app.get(`/api/tenants/${printed.id}`, platform)).body).toEqual(printed);
    const again = await command(args, settings);
    expect(again).toMatchObject({ code: 1, stdout: '', stderr: 'Another tenant has this slug.\n' });
  });

  it('prints no token where only the platform signs', async () => {
    const { DATABASE_URL = '' } = settings;
    const keys = { DATABASE_URL, JWT_JWKS_URL: 'https://platform.example/jwks.json', DATA_KEY: SECRET };
    for (const line of ['token platform', 'token admin --tenant acme-waste']) {
      const ended = await command(line.split(' '), keys);
      expect(ended).toMatchObject({
        code: 1,
        stdout: '',
        stderr: 'JWT_SECRET: is required to sign tokens.\n',
      });
    }
  });

  it.each(['token', 'tenant', 'migrate'])('tells how to use `%s` with --help', async (name) => {
    const { code, stdout, stderr } = await command([name, '--help'], {});
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`npm run ${name}`);
  });

  it.each([
    'token everybody',
    'token admin --tenant',
    'token platform --colour red',
    'tenant create --slug no-name',
    'migrate now',
  ])('prints the usage of `%s` and exits with 2', async (line) => {
    const { code, stdout, stderr } = await run(line);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`npm run ${line.split(' ')[0] ?? ''}`);
  });

  it.each([
    ['token admin --tenant nobody', 'No active tenant has the slug nobody.'],
    [
      'token customer --tenant acme-waste --email nobody@example.com',
      'No customer of acme-waste has the e-mail address nobody@example.com.',
    ],
    [
      'tenant create --slug Not_A_Slug --name Name',
      'slug must be lower-case letters, digits and single dashes',
    ],
    [
      'tenant create --slug unseen --name \u202eName',
      'name must be one line of visible text of at most 200 characters, without invisible characters or direction marks',
    ],
  ])('prints one line for `%s` and exits with 1', async (line, why) => {
    expect(await run(line)).toMatchObject({ code: 1, stdout: '', stderr: `${why}\n` });
  });

  it('ends at once when it may not use the database', async () => {
    const superuser = { ...settings, DATABASE_URL: app.database.urlAs('postgres') };
    const ended = await command('token admin --tenant acme-waste'.split(' '), superuser);
    expect(ended.stderr).toMatch(
      /^DATABASE_URL: the role postgres is privileged and would bypass row-level security[^\n]*\n$/,
    );
    expect(ended).toMatchObject({ code: 1, signal: null, stdout: '' });
  });
});

describe('the command `migrate`', () => {
  let empty: TestDatabase;
  beforeEach(async () => (empty = await TestDatabase.clone('template0')));
  afterEach(() => empty.drop());

  const migrate = (role: string): Promise<ProcessResult> =>
    command(['migrate'], { DATABASE_URL: empty.urlAs(role) });

  it('migrates an empty database as its owner, and says the second time that nothing is to do', async () => {
    const names = MIGRATIONS.map(({ name }) => name).join(', ');
    expect(lineOf(await migrate('postgres'))).toBe(`Migrated: ${names}`);
    expect(lineOf(await migrate('postgres'))).toBe('The schema is up to date.');
    expect(await empty.count('schema_migration')).toBe(MIGRATIONS.length);
  });

  it('says in one line that a role may not migrate', async () => {
    const { code, stdout, stderr } = await migrate(SERVICE_ROLE);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^The migration failed: permission denied [^\n]*\n$/);
  });

  it('says in one line that something is in the way, and nothing elsewhere', async () => {
    await empty.sql('create table outbox_event (in_the_way integer)');
    const { code, stdout, stderr } = await migrate('postgres');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^The migration failed: relation "outbox_event" already exists[^\n]*\n$/);
  });
});
