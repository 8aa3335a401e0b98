import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SERVICE_ROLE } from '../../src/core/database/tenant-scope.js';
import { SECRET, useTestApp } from '../support/app.js';
import { TestDatabase } from '../support/database.js';
import { aTenant, enroll, type TestTenant } from '../support/factories.js';
import { KeyServer, PlatformKey } from '../support/key-server.js';
import { eventually, listener, ServiceProcess, type Settings } from '../support/process.js';

const PASSWORD = 'correct-horse-battery';
const withPassword = (url: string): string => url.replace('@', `:${PASSWORD}@`);

/** Statements that wait for the lock that a test holds. */
const WAITING = `pg_locks where not granted and relation = 'customer'::regclass`;

describe('the service that starts', () => {
  const app = useTestApp();
  let tenant: TestTenant;
  let service: ServiceProcess;

  beforeAll(async () => (tenant = await aTenant(app)));
  beforeEach(async () => {
    const DATABASE_URL = app.database.urlAs(SERVICE_ROLE);
    service = await ServiceProcess.start({ DATABASE_URL, JWT_SECRET: SECRET });
  });
  afterEach(() => service.end('SIGKILL'));

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
    await service.waitForOutput('stopping');
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
  // Every reason is in test/integration/start-refusals.spec.ts, by a service in the process of the tests.
  it('says why in one line, and ends with 1, with a wrong setting', async () => {
    await expectRefusal({ PORT: 'eighty' }, /^Invalid settings\. PORT: /);
  });

  it('says why in one line, and ends with 1, on a database that it may not use', async () => {
    const database = await TestDatabase.clone();
    await expectRefusal(
      { DATABASE_URL: withPassword(database.urlAs('postgres')) },
      /^DATABASE_URL: the role postgres is privileged and would bypass row-level security/,
    );
    await database.drop();
  });

  it('says why in one line, and ends with 1, on a busy port', async () => {
    const database = await TestDatabase.clone();
    const occupant = await listener();
    const { port } = occupant.address() as net.AddressInfo;
    const DATABASE_URL = withPassword(database.urlAs(SERVICE_ROLE));
    await expectRefusal({ DATABASE_URL, PORT: String(port) }, /^Port \d+ is in use/);
    occupant.close();
    await database.drop();
  });

  async function expectRefusal(settings: Settings, why: RegExp): Promise<void> {
    const ended = await ServiceProcess.tryStart({ JWT_SECRET: SECRET, ...settings });
    expect(ended.stderr).toMatch(why);
    expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(ended).toMatchObject({ code: 1, signal: null });
    expect(ended.stdout + ended.stderr).not.toContain(PASSWORD);
  }
});
