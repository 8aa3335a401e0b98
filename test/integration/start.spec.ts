import { randomUUID } from 'node:crypto';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SERVICE_ROLE } from '../../src/core/database/tenant-scope.js';
import { SECRET, TestApp } from '../support/app.js';
import { TestDatabase } from '../support/database.js';
import { aTenant, enroll, type TestTenant } from '../support/factories.js';
import { KeyServer, PlatformKey } from '../support/key-server.js';
import { OwnPostgres } from '../support/own-postgres.js';
import {
  type Ended,
  eventually,
  freePort,
  listener,
  ServiceProcess,
  type Settings,
} from '../support/process.js';

const PASSWORD = 'correct-horse-battery';
const withPassword = (url: string): string => url.replace('@', `:${PASSWORD}@`);

/** Statements that wait for the lock that a test holds. */
const WAITING = `pg_locks where not granted and relation = 'customer'::regclass`;

describe('the service that starts', () => {
  let app: TestApp;
  let tenant: TestTenant;
  let service: ServiceProcess;

  beforeAll(async () => {
    app = await TestApp.start();
    tenant = await aTenant(app);
  });
  beforeEach(async () => {
    const DATABASE_URL = app.database.urlAs(SERVICE_ROLE);
    service = await ServiceProcess.start({ DATABASE_URL, JWT_SECRET: SECRET });
  });
  afterEach(() => service.end('SIGKILL'));
  afterAll(() => app.stop());

  it('is ready, and serves what the database holds', async () => {
    expect((await service.call('GET', '/health/live')).status).toBe(200);
    expect((await service.call('GET', '/health/ready')).status).toBe(200);
    expect((await service.call('GET', '/api/referrals/config', tenant.admin)).body).toMatchObject({
      referral_enabled: true,
    });
    expect(service.stderr).toBe('');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 and no word of complaint on %s', async (signal) => {
    await service.call('GET', '/api/referrals/config', tenant.admin);
    expect(await service.stop(signal)).toMatchObject({ code: 0, signal: null, stderr: '' });
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('answers what is under way when %s comes', async (signal) => {
    await app.database.sql('begin');
    await app.database.sql('lock table customer in access exclusive mode');
    const email = `${signal.toLowerCase()}@example.com`;
    const answer = service.call('POST', '/api/enrollments', undefined, {
      tenant_slug: tenant.slug,
      name: 'Last Friend',
      email,
    });
    await eventually(async () => (await app.database.count(WAITING)) > 0);
    const ended = service.stop(signal);
    await service.says('stopping');
    await expect(service.call('GET', '/health/live')).rejects.toThrow(/fetch failed/);
    await app.database.sql('commit');
    expect((await answer).status).toBe(201);
    expect(await ended).toMatchObject({ code: 0, signal: null, stderr: '' });
    expect(await app.database.count('customer where email = $1', [email])).toBe(1);
  });

  it('does not wait for callers who are connected and say nothing', async () => {
    const caller = net.connect(Number(new URL(service.url).port), '127.0.0.1');
    caller.on('error', () => undefined);
    await new Promise((resolve) => caller.once('connect', resolve));
    expect(await service.stop()).toMatchObject({ code: 0 });
    caller.destroy();
  });

  it('does not wait for callers who hung up in the middle of what they had to say', async () => {
    const port = Number(new URL(service.url).port);
    const caller = net.connect(port, '127.0.0.1');
    caller.write(
      'POST /api/enrollments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"',
    );
    await sleep(200);
    caller.destroy();
    const silent = net.connect(port, '127.0.0.1').on('error', () => undefined);
    await new Promise((resolve) => silent.once('connect', resolve));
    const asked = performance.now();
    expect(await service.stop()).toMatchObject({ code: 0 });
    expect(performance.now() - asked).toBeLessThan(5_000); // the limit of a drain is 9 s
    silent.destroy();
  });

  it('starts without a secret for tokens, which are verified by public keys', async () => {
    const platform = await KeyServer.start();
    const key = await PlatformKey.make('EdDSA', 'ed-1');
    platform.serve(key);
    const settings = { JWT_JWKS_URL: platform.url, DATA_KEY: SECRET, LOG_LEVEL: 'error' };
    const other = await ServiceProcess.start({ DATABASE_URL: app.database.urlAs(SERVICE_ROLE), ...settings });
    const token = key.sign({ tenant_id: tenant.id });
    expect((await other.call('GET', '/api/referrals/config', token)).status).toBe(200);
    expect((await other.call('GET', '/api/referrals/config', tenant.admin)).status).toBe(401);
    expect(await other.stop()).toMatchObject({ code: 0 });
    await platform.stop();
  });

  it('starts again whatever became of the demo tenant', async () => {
    const settings = { DATABASE_URL: app.database.urlAs(SERVICE_ROLE), JWT_SECRET: SECRET, DEMO: '1' };
    const first = await ServiceProcess.start(settings);
    await first.stop();
    await app.database.sql(`update tenant set status = 'suspended' where slug = 'acme-waste'`);
    const second = await ServiceProcess.start(settings);
    expect(await second.stop()).toMatchObject({ code: 0, stderr: '' });
  });

  it('shares a database with another process', async () => {
    const email = 'shared@example.com';
    expect((await enroll(app, tenant, { email })).status).toBe(201);
    const again = { tenant_slug: tenant.slug, name: 'New Friend', email };
    expect((await service.call('POST', '/api/enrollments', undefined, again)).status).toBe(409);
  });
});

describe('the service that refuses to start', () => {
  let migrated: TestDatabase;
  let empty: TestDatabase;
  let outdated: TestDatabase;
  let own: OwnPostgres;
  let occupant: net.Server;
  let closedPort: number;
  const role = `test_owner_${process.pid}`;

  beforeAll(async () => {
    [migrated, empty, outdated, own, occupant, closedPort] = await Promise.all([
      TestDatabase.clone(),
      TestDatabase.clone('template0'),
      TestDatabase.clone(),
      OwnPostgres.start('local all postgres trust\nlocal all all scram-sha-256'),
      listener(),
      freePort(),
    ]);
    await outdated.sql('delete from schema_migration');
    await migrated.sql(`create role ${role} login; create role ${role}_member login;
      grant all on all tables in schema public to ${role}, ${role}_member;
      grant postgres to ${role}_member; alter table reward owner to ${role}`);
    await own.sql(`create role ${SERVICE_ROLE} login password 'another'`);
  });
  afterAll(async () => {
    await migrated.sql(`reassign owned by ${role} to postgres; drop owned by ${role}, ${role}_member;
      drop role ${role}, ${role}_member`);
    await Promise.all([migrated.drop(), empty.drop(), outdated.drop(), own.stop()]);
    occupant.close();
  });

  const portOf = (server: net.Server): string => String((server.address() as net.AddressInfo).port);
  const onDatabase = (database: TestDatabase, as: string): Settings => ({
    DATABASE_URL: withPassword(database.urlAs(as)),
  });

  it.each<[string, () => Settings, RegExp]>([
    [
      'as a superuser',
      () => onDatabase(migrated, 'postgres'),
      /^DATABASE_URL: the role postgres is privileged/,
    ],
    [
      'as the owner of a table',
      () => onDatabase(migrated, role),
      /^DATABASE_URL: the role \w+ is privileged/,
    ],
    [
      'as a role that can become a superuser',
      () => onDatabase(migrated, `${role}_member`),
      /^DATABASE_URL: the role \w+ is privileged/,
    ],
    [
      'on an empty database',
      () => onDatabase(empty, SERVICE_ROLE),
      /^The database is not migrated, or not for this role: run /,
    ],
    [
      'on an outdated schema',
      () => onDatabase(outdated, SERVICE_ROLE),
      /^The database is not migrated, or not for this role: run /,
    ],
    [
      'without a secret for tokens',
      () => ({ ...onDatabase(migrated, SERVICE_ROLE), JWT_SECRET: '' }),
      /^JWT_SECRET: is needed when DATABASE_URL is set, or JWT_JWKS_URL/,
    ],
    [
      'with public keys for tokens, and nothing to seal data with',
      () => ({
        ...onDatabase(migrated, SERVICE_ROLE),
        JWT_SECRET: '',
        JWT_JWKS_URL: 'https://platform.example/jwks.json',
      }),
      /^DATA_KEY: is needed when JWT_SECRET is not set/,
    ],
    [
      'with keys for tokens that anybody could change on their way',
      () => ({ ...onDatabase(migrated, SERVICE_ROLE), JWT_JWKS_URL: 'http://platform.example/jwks.json' }),
      /^Wrong setting\. JWT_JWKS_URL: /,
    ],
    [
      'when nobody listens at the address',
      () => ({ DATABASE_URL: `postgres://${SERVICE_ROLE}:${PASSWORD}@127.0.0.1:${closedPort}/referrals` }),
      /^The database can't be used: .*ECONNREFUSED/,
    ],
    [
      'with a wrong password',
      () => ({ DATABASE_URL: own.urlAs(SERVICE_ROLE, PASSWORD) }),
      /^The database can't be used: password authentication failed/,
    ],
    [
      'on a database that does not exist',
      () => ({ DATABASE_URL: withPassword(migrated.urlAs(SERVICE_ROLE)).replace(migrated.name, 'nowhere') }),
      /^The database can't be used: database "nowhere" does not exist/,
    ],
    [
      'at an address that makes no sense',
      () => ({ DATABASE_URL: `postgres://me:${PASSWORD}%ZZ@localhost/x` }),
      /DATABASE_URL/,
    ],
    [
      'with TLS asked of a server that has none',
      () => ({ DATABASE_URL: `${withPassword(migrated.urlAs(SERVICE_ROLE))}&sslmode=verify-full` }),
      /^The database can't be used: /,
    ],
    [
      'on a busy port',
      () => ({ ...onDatabase(migrated, SERVICE_ROLE), PORT: portOf(occupant) }),
      /^Port \d+ is in use/,
    ],
    [
      'with a port that is none',
      () => ({ ...onDatabase(migrated, SERVICE_ROLE), PORT: 'eighty' }),
      /^Wrong setting\. PORT: /,
    ],
    [
      'on an address that is not ours',
      () => ({ ...onDatabase(migrated, SERVICE_ROLE), HOST: '192.0.2.1', JWT_SECRET: randomUUID() }),
      /^HOST, PORT: can't listen there/,
    ],
    [
      'to the network with a secret that everybody knows',
      () => ({ ...onDatabase(migrated, SERVICE_ROLE), HOST: '0.0.0.0' }),
      /^Wrong setting\. JWT_SECRET: holds a text that everybody knows/,
    ],
  ])('says why in one line, without a password, %s', async (_, settings, why) => {
    const ended: Ended = await ServiceProcess.tryStart({ JWT_SECRET: SECRET, ...settings() });
    expect(ended.stderr).toMatch(why);
    expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(ended).toMatchObject({ code: 1, signal: null });
    expect(ended.stdout + ended.stderr).not.toContain(PASSWORD);
  });
});
