import { SERVICE_ROLE } from '../../src/core/database/tenant-scope.js';
import { SECRET, TestApp } from '../support/app.js';
import { eventually, ServiceProcess, type Settings } from '../support/process.js';
import { Load, type Standing, standingAt } from './load.js';
import {
  expectAllKeyedDone,
  expectNothingLost,
  expectNothingUntold,
  expectRefusalsThatPass,
} from './soundness.js';

const CALLERS = 12;
const DRAIN_MS = 10_000;
/** How many requests each process acknowledges before it is killed: on its first breath, and in full run. */
const KILLED_AFTER = [1, 25, 60, 90];

/** A commit of a request with a key takes a moment, in which the service can be killed. */
const SLOW_COMMIT = `
  create function nap() returns trigger language plpgsql as $$ begin perform pg_sleep(0.1); return new; end $$;
  create constraint trigger nap after insert on idempotency_key deferrable initially deferred
    for each row execute function nap()`;
const COMMITTING = `pg_stat_activity
  where datname = current_database() and query = 'commit' and wait_event = 'PgSleep'`;

describe('a service that is killed under load, and started again', () => {
  let app: TestApp;
  let settings: Settings;
  let load: Load;
  let service: ServiceProcess;

  beforeAll(async () => {
    app = await TestApp.start();
    settings = { DATABASE_URL: app.database.urlAs(SERVICE_ROLE), JWT_SECRET: SECRET };
    const standing: Standing = await standingAt(app);
    await app.database.sql(SLOW_COMMIT);
    service = await ServiceProcess.start(settings);
    load = new Load(standing, () => service).start(CALLERS);
    for (const count of KILLED_AFTER) {
      const before = load.acknowledged;
      await eventually(() => load.acknowledged >= before + count, 30_000);
      // What PostgreSQL is about to commit will be there, and its caller not know.
      await eventually(async () => (await app.database.count(COMMITTING)) > 0, 10_000, 1);
      await service.end('SIGKILL');
      service = await ServiceProcess.start(settings);
    }
    await load.stop();
  }, 120_000);
  afterAll(async () => {
    await service.end('SIGKILL');
    await app.stop();
  });

  it('refuses nobody for good: whoever sends the same again with its Idempotency-Key is served', () => {
    expect(load.unanswered).toBeGreaterThan(0);
    expectRefusalsThatPass(load);
    expectAllKeyedDone(load);
  });

  it('has kept everything that it acknowledged, did once what it was asked again and again, and nothing by halves', async () => {
    await expectNothingLost(load, app.database, settings);
  });

  it('is well in the end, and has had no unexpected error', async () => {
    expect(await service.stop()).toMatchObject({ code: 0, signal: null, stderr: '' });
  });
});

describe('a service that is asked to end under load', () => {
  let app: TestApp;
  let settings: Settings;
  let service: ServiceProcess;

  beforeAll(async () => {
    app = await TestApp.start();
    settings = { DATABASE_URL: app.database.urlAs(SERVICE_ROLE), JWT_SECRET: SECRET };
    service = await ServiceProcess.start(settings);
  }, 60_000);
  afterAll(async () => {
    await service.end('SIGKILL');
    await app.stop();
  });

  it('ends with 0 within ten seconds; it refuses nobody, answers whomever it serves, and keeps what it acknowledged', async () => {
    const load = new Load(await standingAt(app), () => service).start(CALLERS);
    await eventually(() => load.acknowledged > 40);
    void service.end('SIGTERM');
    expect(await service.endsWithin(DRAIN_MS)).toMatchObject({ code: 0, signal: null, stderr: '' });
    await load.giveUp();
    expect(load.refusals).toEqual([]);
    expect(load.unanswered).toBeGreaterThanOrEqual(CALLERS); // it was called until the end
    await expectNothingUntold(load, app.database);
    await expectNothingLost(load, app.database, settings);
  }, 60_000);
});
