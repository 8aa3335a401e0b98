import { SERVICE_ROLE } from '../../src/database/connection.js';
import { SECRET, TestApp } from '../support/app.js';
import { eventually, ServiceProcess, type Settings } from '../support/process.js';
import { Load, type Standing, standingAt } from './load.js';
import { expectAllKeyedDone, expectNothingLost, expectRefusalsThatPass } from './soundness.js';

const CALLERS = 12;
/** How many requests each process acknowledges before it is killed: on its first breath, and in full run. */
const KILLED_AFTER = [1, 25, 60, 90];

describe('a service that is killed under load, and started again', () => {
  let app: TestApp;
  let settings: Settings;
  let load: Load;
  let service: ServiceProcess;

  beforeAll(async () => {
    app = await TestApp.start();
    settings = { DATABASE_URL: app.database.urlAs(SERVICE_ROLE), JWT_SECRET: SECRET };
    const standing: Standing = await standingAt(app);
    service = await ServiceProcess.start(settings);
    load = new Load(standing, () => service).start(CALLERS);
    for (const count of KILLED_AFTER) {
      const before = load.acknowledged;
      await eventually(() => load.acknowledged >= before + count, 30_000);
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
