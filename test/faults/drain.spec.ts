import { SERVICE_ROLE } from '../../src/core/database/tenant-scope.js';
import { SECRET, TestApp } from '../support/app.js';
import { eventually, ServiceProcess, type Settings } from '../support/process.js';
import { Load, standingAt } from './load.js';
import { expectNothingLost, expectNothingUntold } from './soundness.js';

const CALLERS = 12;
const DRAIN_MS = 10_000;

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
