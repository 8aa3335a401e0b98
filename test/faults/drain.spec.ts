import { SERVICE_ROLE } from '../../src/database/connection.js';
import { SECRET, TestApp } from '../support/app.js';
import { eventually, ServiceProcess } from '../support/process.js';
import { Load, standingAt } from './load.js';

const CALLERS = 12;
const DRAIN_MS = 10_000;

describe('a service that is asked to end under load', () => {
  it('ends with 0 within ten seconds; whoever was served was answered, and what was acknowledged is there', async () => {
    const app = await TestApp.start();
    const settings = { DATABASE_URL: app.database.urlAs(SERVICE_ROLE), JWT_SECRET: SECRET };
    const service = await ServiceProcess.start(settings);
    const load = new Load(await standingAt(app), () => service).start(CALLERS);
    await eventually(() => load.acknowledged > 40);
    void service.end('SIGTERM');
    const ended = service.endsWithin(DRAIN_MS);
    await service.says('stopping');
    await load.giveUp();
    expect(await ended).toMatchObject({ code: 0, signal: null, stderr: '' });
    expect(load.failed).toEqual({ refused: 0, unanswered: CALLERS });
    await load.expectNothingUntold(app.database);
    await load.expectNothingLost(app.database, settings);
    await app.stop();
  }, 60_000);
});
