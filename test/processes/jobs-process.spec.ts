import { setTimeout as sleep } from 'node:timers/promises';
import { TokenIssuerService } from '../../src/core/auth/token-issuer.service.js';
import { SERVICE_ROLE } from '../../src/core/database/tenant-scope.js';
import { migrate } from '../../src/core/database/migrate.js';
import type { VerificationAnswer } from '../../src/reward/ledger/ledger.dto.js';
import type { TenantAnswer } from '../../src/tenant/tenant.dto.js';
import { ISSUER, SECRET, TestApp } from '../support/app.js';
import { aReferee, aReferrer, aTenant, saveProgram, type TestTenant } from '../support/factories.js';
import { OwnPostgres } from '../support/own-postgres.js';
import { type ProcessResult, eventually, ServiceProcess } from '../support/process.js';

const FRIENDS = 5;
/** Scheduled work comes once a minute. */
const NEXT_RUN_MS = 90_000;
const EXPIRES_AFTER_MS = 1_000;

/** What a process that is asked to end has to manage: a platform kills what takes longer. */
function endOf(service: ServiceProcess): Promise<ProcessResult> {
  void service.end('SIGTERM');
  return service.endsWithin(10_000);
}

describe('a service that does what time brings', () => {
  let app: TestApp;
  let tenant: TestTenant;
  const services: ServiceProcess[] = [];

  /** A referrer with credits whose hold is over, which nobody has booked. */
  beforeEach(async () => {
    app = await TestApp.start();
    tenant = await aTenant(app);
    await saveProgram(app, tenant, {
      referral_reward_type: 'credit',
      referral_reward_value: 20,
      referral_reward_referee_type: 'credit',
      referral_reward_referee_value: 10,
      referral_hold_days: 1,
    });
    const { code } = await aReferrer(app, tenant, { id: 'john' });
    for (let friend = 0; friend < FRIENDS; friend++) await aReferee(app, tenant, { referral_code: code });
    await app.database.sql(`update reward set available_at = now() - interval '1 hour'`);
  });
  afterEach(async () => {
    await Promise.all(services.splice(0).map((service) => service.end('SIGKILL')));
    await app.stop();
  });

  async function start(): Promise<ServiceProcess> {
    const DATABASE_URL = app.database.urlAs(SERVICE_ROLE);
    const service = await ServiceProcess.start({ DATABASE_URL, JWT_SECRET: SECRET });
    services.push(service);
    return service;
  }

  const count = (from: string): Promise<number> => app.database.count(from);
  const isBooked = async (): Promise<boolean> => (await count(`reward where status = 'pending'`)) === 0;

  async function expectBookedOnce(): Promise<void> {
    expect(await count('credit_entry')).toBe(2 * FRIENDS);
    expect(await count(`outbox_event where type = 'reward.applied'`)).toBe(2 * FRIENDS);
    expect(await count(`referral_timeline where event = 'reward.applied'`)).toBe(2 * FRIENDS);
    const { body } = await app.get<VerificationAnswer>('/api/ledger/verify', tenant.admin);
    expect(body).toEqual({ valid: true, entries: 2 * FRIENDS, first_failure: null });
  }

  it('books what came due before within seconds of its start, though nobody asks for anything', async () => {
    const service = await start();
    await eventually(isBooked);
    await expectBookedOnce();
    expect(await endOf(service)).toMatchObject({ code: 0, signal: null, stderr: '' });
  });

  it('books it once in two processes at once, however often the work is asked for', async () => {
    await app.database.sql('begin');
    await app.database.sql('select from customer for update');
    const both = [await start(), await start()];
    for (let job = 0; job < 10; job++) await app.database.sql(`select graphile_worker.add_job('settle_due')`);
    await app.database.sql('commit');
    await eventually(isBooked);
    await eventually(async () => (await count('graphile_worker.jobs')) === 0);
    await expectBookedOnce();
    for (const service of both)
      expect(await endOf(service)).toMatchObject({ code: 0, signal: null, stderr: '' });
  });

  it('ends on SIGTERM while its jobs are about to begin', async () => {
    await app.database.sql('begin');
    await app.database.sql('lock table graphile_worker.migrations in access exclusive mode');
    const service = await start();
    void service.end('SIGTERM');
    await service.waitForOutput('stopping');
    await app.database.sql('commit');
    expect(await service.endsWithin(10_000)).toMatchObject({ code: 0, signal: null, stderr: '' });
  });

  it('ends on SIGTERM while a job waits for a customer, and leaves nothing half done', async () => {
    await app.database.sql('begin');
    await app.database.sql(`select from customer where id = 'john' for update`);
    const service = await start();
    const waiting = 'pg_locks where not granted and transactionid = pg_current_xact_id()::xid';
    await eventually(async () => (await count(waiting)) > 0);
    expect(await endOf(service)).toMatchObject({ code: 0, signal: null, stderr: '' });
    await app.database.sql('commit');
    expect(await count(`credit_entry where customer_id = 'john'`)).toBe(0);
    await start();
    await eventually(isBooked);
    await expectBookedOnce();
  });

  it('has one worker, and not two, after a start of its jobs that failed', async () => {
    await app.database.sql('begin');
    await app.database.sql('lock table graphile_worker._private_jobs in access exclusive mode');
    const service = await start();
    await eventually(async () => {
      await app.database.sql('select pg_stat_clear_snapshot()'); // of which a transaction makes one
      const ended = `(select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%add_job%') session`;
      return (await count(ended)) > 0;
    });
    await app.database.sql('commit');
    await eventually(isBooked, 30_000);
    expect(await count(`pg_stat_activity where datname = current_database() and query like 'LISTEN%'`)).toBe(
      1,
    );
    expect(await endOf(service)).toMatchObject({ code: 0, signal: null, stderr: '' });
  }, 60_000);
});

describe('a service whose database fails while it does what time brings', () => {
  let postgres: OwnPostgres;
  let service: ServiceProcess;
  let grant: () => Promise<unknown>;

  beforeEach(async () => {
    postgres = await OwnPostgres.start();
    await migrate(postgres.as('postgres'));
    service = await ServiceProcess.start({ DATABASE_URL: postgres.urlAs(SERVICE_ROLE), JWT_SECRET: SECRET });
    const issuer = new TokenIssuerService({ secret: SECRET, issuer: ISSUER });
    const platform = issuer.issue({ audience: 'platform', subject: 'test' });
    const acme = { slug: 'acme-waste', name: 'Acme Waste' };
    const { body } = await service.call<TenantAnswer>('POST', '/api/tenants', platform, acme);
    const admin = issuer.issue({ audience: 'tenant-admin', subject: 'usr_test', tenantId: body.id });
    const john = { id: 'john', name: 'John Doe', email: 'john@example.com' };
    await service.call('POST', '/api/customers', admin, john);
    /** Credit that expires in a moment. */
    grant = async () => {
      const expires_at = new Date(Date.now() + EXPIRES_AFTER_MS).toISOString();
      const request = { amount_cents: 500, reason: 'a test', expires_at };
      expect(
        (await service.call('POST', '/api/customers/john/credit/adjustments', admin, request)).status,
      ).toBe(201);
    };
  }, 60_000);
  afterEach(async () => {
    await service.end('SIGKILL');
    await postgres.stop();
  });

  /** Waits while the service runs. */
  const eventuallyThere = (from: string, withinMs: number): Promise<void> =>
    eventually(
      async () => {
        expect([service.isRunning, service.stderr]).toEqual([true, '']);
        return (await postgres.sql(`select from ${from}`)).length > 0;
      },
      withinMs,
      100,
    );

  it('goes on with it after every session was ended, and ends on SIGTERM', async () => {
    await postgres.sql('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [
      SERVICE_ROLE,
    ]);
    await grant();
    await eventuallyThere(`credit_entry where kind = 'expire'`, NEXT_RUN_MS);
    expect(await endOf(service)).toMatchObject({ code: 0, signal: null, stderr: '' });
  }, 150_000);

  it('goes on with it after a crash of the database in the middle of a job, and ends on SIGTERM', async () => {
    await postgres.sql(`
      create function nap() returns trigger language plpgsql
        as $$ begin if new.kind = 'expire' then perform pg_sleep(60); end if; return new; end $$;
      create trigger nap before insert on credit_entry for each row execute function nap()`);
    await grant();
    await sleep(EXPIRES_AFTER_MS);
    await postgres.sql(`select graphile_worker.add_job('settle_due')`);
    await eventuallyThere(`pg_stat_activity where wait_event = 'PgSleep'`, NEXT_RUN_MS);
    await postgres.crash();
    await postgres.startAgain();
    await postgres.sql('drop trigger nap on credit_entry');
    await eventuallyThere(`credit_entry where kind = 'expire'`, NEXT_RUN_MS);
    expect(await endOf(service)).toMatchObject({ code: 0, signal: null, stderr: '' });
  }, 250_000);

  it('ends on SIGTERM while the database is away', async () => {
    await eventuallyThere(`graphile_worker._private_known_crontabs`, NEXT_RUN_MS); // its jobs are at work
    await postgres.crash();
    await eventually(async () => (await service.call('GET', '/health/ready')).status === 503);
    expect(await endOf(service)).toMatchObject({ code: 0, signal: null, stderr: '' });
  });
});
