import { pino } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestDatabase } from '../support/database.js';
import { TestApp, type Reply } from '../support/app.js';
import { atOnce, statuses } from '../support/factories.js';
import { eventually } from '../support/process.js';

const LIMIT = 30;
/** Twice what an exchange is allowed to take. */
const SHARED_WITHIN_MS = 2_000;

/** Counts for its address, and asks about no code: 422 when it is let in. */
const ask = (app: TestApp): Promise<Reply> => app.post('/api/referrals/validate', {});

const remainingOf = ({ headers }: Reply): number =>
  Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);

describe('two processes on one database', () => {
  let here: TestApp;
  let there: TestApp;

  beforeAll(async () => {
    here = await TestApp.start({ publicLimit: LIMIT });
    there = await TestApp.start({ publicLimit: LIMIT, database: here.database });
  });
  afterAll(async () => {
    await there.stop();
    await here.stop();
  });

  it('know of each other within two seconds, and let in no more than the limit from then on', async () => {
    expect(statuses(await atOnce(LIMIT, () => ask(here)))).toEqual({ 422: LIMIT });
    const first = await ask(there);
    expect(remainingOf(first)).toBe(LIMIT - 1); // it has not heard yet: the error that is allowed
    await sleep(SHARED_WITHIN_MS);
    expect(statuses(await atOnce(40, () => ask(there)))).toEqual({ 429: 40 });
  });

  it('count each request once, and let in no more than the limit and what one lets in within a second', async () => {
    for (const app of [here, there]) app.setClockAhead(3_600_000);
    let admitted = 0;
    for (let round = 0; round < 20; round++) {
      const replies = [...(await atOnce(4, () => ask(here))), ...(await atOnce(4, () => ask(there)))];
      admitted += statuses(replies)[422] ?? 0;
      await sleep(150);
    }
    expect(admitted).toBeGreaterThanOrEqual(LIMIT);
    expect(admitted).toBeLessThanOrEqual(2 * LIMIT - 1);
    await sleep(SHARED_WITHIN_MS);
    const [counted] = await here.database.sql<{ used: number }>(
      'select sum(used)::int as used from rate_usage where slot_start > extract(epoch from now()) + 1800',
    );
    expect(counted?.used).toBe(admitted);
    expect(statuses([await ask(here), await ask(there)])).toEqual({ 429: 2 });
  });

  it('keep no address and no slug in clear, and purge what counts no longer', async () => {
    const keys = await here.database.sql<{ key: string }>('select key from rate_usage');
    expect(keys.length).toBeGreaterThan(0);
    for (const { key } of keys) expect(key).toMatch(/^[0-9a-f]{64}$/);
    for (const app of [here, there]) app.setClockAhead(4 * 3_600_000);
    await ask(here);
    await eventually(
      async () =>
        (await here.database.count('rate_usage where slot_start < extract(epoch from now()) + 3 * 3600')) ===
        0,
    );
  });
});

describe('a process that does not reach the database', () => {
  let app: TestApp;
  const lines: string[] = [];

  beforeAll(async () => {
    const logger = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
    app = await TestApp.start({ publicLimit: LIMIT, logger });
  });
  afterAll(() => app.stop());

  const said = (text: string): number => lines.filter((line) => line.includes(text)).length;
  const renamed = (from: string, to: string): ReturnType<TestDatabase['sql']> =>
    app.database.sql(`alter table ${from} rename to ${to}`);

  it('goes on limiting by what it knows, says so once, and shares what it has counted afterwards', async () => {
    await renamed('rate_usage', 'gone');
    expect(statuses(await atOnce(LIMIT + 10, () => ask(app)))).toEqual({ 422: LIMIT, 429: 10 });
    await eventually(() => said('not shared') > 0);
    await sleep(1_500);
    expect(statuses([await ask(app)])).toEqual({ 429: 1 });
    expect(said('not shared')).toBe(1);
    await renamed('gone', 'rate_usage');
    await eventually(() => said('shared between processes again') === 1);
    await eventually(async () => {
      const [row] = await app.database.sql<{ most: number }>('select max(used) as most from rate_usage');
      return (row?.most ?? 0) > 0;
    });
    expect(said('not shared')).toBe(1);
  });
});

describe('a request in public', () => {
  it('waits for no write: what is counted is written twice a second, for all keys at once', async () => {
    const app = await TestApp.start({ publicLimit: 20 });
    const body = { tenant_slug: 'nobody', referral_code: 'ABCDEFGH' };
    expect(statuses(await atOnce(200, () => app.post('/api/referrals/validate', body)))).toEqual({
      200: 20,
      429: 180,
    });
    await sleep(1_000);
    const stored = await app.database.sql<{ rows: number }>('select count(*)::int as rows from rate_usage');
    expect(stored[0]?.rows).toBeLessThanOrEqual(8); // an address, a tenant; requests and misses of each; two slots
    await app.stop();
  });
});
