import { pino } from 'pino';
import { TrafficCounterService } from '../../src/referral/traffic/traffic-counter.service.js';
import { inVain, platformToken } from '../e2e/expectations.js';
import { type Reply, TestApp, useTestApp } from '../support/app.js';
import {
  aReferrer,
  aTenant,
  atOnce,
  saveProgram,
  statuses,
  type TestReferrer,
  type TestTenant,
} from '../support/factories.js';
import { eventually } from '../support/process.js';

const ROUTES = ['link-opened', 'validate'] as const;
const LAST_OF_DAY = '2031-05-09T23:59:59.999Z';
const FIRST_OF_NEXT = '2031-05-10T00:00:00.000Z';

const use = (
  app: TestApp,
  route: (typeof ROUTES)[number],
  referral_code: string,
  { slug }: { slug: string },
): Promise<Reply> => app.post(`/api/referrals/${route}`, { referral_code, tenant_slug: slug });

/** What is written of a tenant, as `day opened validated`. */
async function written(app: TestApp, tenant: TestTenant): Promise<string[]> {
  const rows = await app.database.sql<{ line: string }>(
    `select concat_ws(' ', day, link_opened, code_validated) as line from code_traffic where tenant_id = $1 order by day`,
    [tenant.id],
  );
  return rows.map(({ line }) => line);
}

const flush = (app: TestApp): Promise<void> => app.nest.get(TrafficCounterService).flush();
const holdClock = (app: TestApp, moment: string): void => {
  app.setClockAhead(Date.parse(moment) - Date.now());
};

describe('traffic on two processes with one database', () => {
  const here = useTestApp();
  let there: TestApp;
  let tenants: [TestTenant, TestReferrer][];

  beforeAll(async () => {
    there = await TestApp.start({ database: here.database });
    const made = await atOnce(3, () => aTenant(here));
    tenants = await Promise.all(
      made.map(async (tenant): Promise<[TestTenant, TestReferrer]> => [
        tenant,
        await aReferrer(here, tenant),
      ]),
    );
  });

  it('is counted exactly: many callers at once, flushes among them, and one process that ends', async () => {
    for (const app of [here, there]) holdClock(app, '2031-05-09T12:00:00Z');
    const calls = 600;
    const replies = await atOnce(calls, async (index) => {
      const app = index % 2 === 0 ? here : there;
      const [{ slug } = { slug: '' }, referrer] = tenants[index % 3] ?? [];
      if (index % 50 === 0) void flush(app);
      return use(app, index % 4 === 0 ? 'link-opened' : 'validate', referrer?.code ?? '', { slug });
    });
    expect(statuses(replies)).toEqual({ 200: 450, 204: 150 });
    await there.stop(); // which writes what it has left
    await flush(here);
    await flush(here); // one may have been under way
    for (const [tenant] of tenants) expect(await written(here, tenant)).toEqual(['2031-05-09 50 150']);
  });
});

describe('traffic', () => {
  let app: TestApp;
  let tenant: TestTenant;
  let referrer: TestReferrer;
  const lines: string[] = [];

  beforeAll(async () => {
    const logger = pino({ level: 'warn' }, { write: (line: string) => lines.push(line) });
    app = await TestApp.start({ logger });
  });
  beforeEach(async () => {
    tenant = await aTenant(app);
    referrer = await aReferrer(app, tenant);
  });
  afterAll(() => app.stop());

  it('belongs to the day (UTC) on which it came', async () => {
    for (const [moment, times] of [
      [LAST_OF_DAY, 2],
      [FIRST_OF_NEXT, 3],
    ] as const) {
      app.stopClockAt(moment);
      for (let time = 0; time < times; time++) await use(app, 'link-opened', referrer.code, tenant);
    }
    app.setClockAhead(0);
    await flush(app);
    expect(await written(app, tenant)).toEqual(['2031-05-09 2 0', '2031-05-10 3 0']);
  });

  it('takes a code as it was typed', async () => {
    await use(
      app,
      'link-opened',
      ` ${referrer.code.toLowerCase().slice(0, 4)}-${referrer.code.slice(4)} `,
      tenant,
    );
    await flush(app);
    expect(await written(app, tenant)).toEqual([expect.stringMatching(/ 1 0$/)]);
  });

  it.each(ROUTES)(
    'is of codes that can be used: of any other %s counts nothing, and leaves no trace',
    async (route) => {
      const disabled = await aTenant(app);
      const inDisabled = await aReferrer(app, disabled);
      await saveProgram(app, disabled, { referral_enabled: false });
      const suspended = await aTenant(app);
      const inSuspended = await aReferrer(app, suspended);
      await app.patch(`/api/tenants/${suspended.id}`, { status: 'suspended' }, platformToken(app));
      const inactive = await aReferrer(app, tenant);
      await app.patch(`/api/customers/${inactive.id}`, { status: 'inactive' }, tenant.admin);
      await inVain(app, async () => {
        const replies = await Promise.all([
          use(app, route, 'ABCDEFGH', tenant),
          use(app, route, 'no code at all', tenant),
          use(app, route, '', tenant),
          use(app, route, inactive.code, tenant),
          use(app, route, inDisabled.code, disabled),
          use(app, route, inSuspended.code, suspended),
          use(app, route, inDisabled.code, tenant),
          use(app, route, referrer.code, { slug: 'no-such-tenant' }),
          use(app, route, referrer.code, { slug: 'no slug' }),
        ]);
        expect(statuses(replies)).toEqual({ [route === 'validate' ? 200 : 204]: 9 });
      });
      await flush(app);
      for (const each of [tenant, disabled, suspended]) expect(await written(app, each)).toEqual([]);
    },
  );

  it('says of a link nothing but that it heard: the same for a code and for none', async () => {
    const answers = await Promise.all([
      use(app, 'link-opened', referrer.code, tenant),
      use(app, 'link-opened', 'ABCDEFGH', tenant),
      use(app, 'link-opened', 'ABCDEFGH', { slug: 'no-such-tenant' }),
    ]);
    const told = answers.map(({ status, body, headers }) => ({ status, body, fields: [...headers.keys()] }));
    expect(told[0]).toMatchObject({ status: 204, body: '' });
    expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(1);
  });

  it('is written by itself, and waits while the database does not take it; that is said once', async () => {
    await app.database.sql('alter table code_traffic rename to gone');
    await use(app, 'validate', referrer.code, tenant);
    for (let turn = 0; turn < 3; turn++) await flush(app);
    expect(lines.filter((line) => line.includes('failed to write traffic counts'))).toHaveLength(1);
    await use(app, 'link-opened', referrer.code, tenant);
    await app.database.sql('alter table gone rename to code_traffic');
    await eventually(async () => (await written(app, tenant)).length === 1);
    expect(await written(app, tenant)).toEqual([expect.stringMatching(/ 1 1$/)]);
  });
});
