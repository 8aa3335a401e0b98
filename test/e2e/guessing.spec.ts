import { pino } from 'pino';
import type { ReferralValidation } from '../../src/referral/referral.dto.js';
import { type Reply, TestApp } from '../support/app.js';
import {
  anEmail,
  aPromo,
  aReferrer,
  atOnce,
  aTenant,
  statuses,
  type TestTenant,
} from '../support/factories.js';
import { eventually } from '../support/process.js';
import { platformToken } from './expectations.js';

const MINUTE_MS = 60_000;
const DELAY_MS = 300;
const LIMIT = 500;

const IDLE_IN_TRANSACTION = `
  select coalesce(max(extract(epoch from clock_timestamp() - state_change) * 1000), 0)::integer as idle
    from pg_stat_activity
   where datname = current_database() and state = 'idle in transaction' and pid <> pg_backend_pid()`;

describe('codes being guessed', () => {
  let app: TestApp;
  let tenant: TestTenant;
  let code: string;
  let minutes = 0;
  const lines: string[] = [];

  beforeAll(async () => {
    const logger = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
    app = await TestApp.start({ publicLimit: LIMIT, trustProxy: ['127.0.0.1'], logger });
  });
  beforeEach(async () => {
    later(60);
    tenant = await aTenant(app);
    ({ code } = await aReferrer(app, tenant));
    lines.length = 0;
  });
  afterAll(() => app.stop());

  let guesses = 0;
  /** Another code that is none. */
  const guess = (): string => `GUESS${++guesses}`;
  const later = (by: number): void => {
    minutes += by;
    app.setClockAhead(minutes * MINUTE_MS);
  };
  const check = (
    address: string,
    referral_code = guess(),
    slug = tenant.slug,
  ): Promise<Reply<ReferralValidation>> =>
    app.call('POST', '/api/referrals/validate', {
      body: { referral_code, tenant_slug: slug },
      headers: { 'x-forwarded-for': address },
    });
  const alarms = (): Promise<{ type: string; data: Record<string, unknown> }[]> =>
    app.database.sql(
      `select type, data from outbox_event where tenant_id = $1 and type like 'security.%' order by id`,
      [tenant.id],
    );
  const took = async (work: () => Promise<unknown>): Promise<number> => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };
  const metric = async (name: string): Promise<number> => {
    const { body } = await app.get<string>('/metrics', platformToken(app));
    const line = body.split('\n').find((one) => one.startsWith(`${name} `));
    return Number(line?.split(' ').at(-1) ?? 0);
  };

  it('by one address lower its limit, are reported once by event, log line and metric, and stop counting over time', async () => {
    const before = await metric('referrals_guessing_alarms_total{subject="address"}');
    await atOnce(60, () => check('203.0.113.1'));
    const slowed = await check('203.0.113.1');
    expect(slowed.status).toBe(429);
    expect(slowed.headers.get('ratelimit-policy')).toBe('"address";q=10;w=60');
    expect((await check('203.0.113.2')).headers.get('ratelimit-policy')).toBe(`"address";q=${LIMIT};w=60`);
    await eventually(async () => (await alarms()).length === 2);
    expect((await alarms()).map(({ data }) => data.subject).sort()).toEqual(['address', 'tenant']);
    expect((await metric('referrals_guessing_alarms_total{subject="address"}')) - before).toBe(1);
    expect(lines.filter((line) => line.includes('codes are being guessed'))).toHaveLength(2);

    later(2); // the minute's requests are over, the suspicion is not
    const replies = await atOnce(15, () => check('203.0.113.1'));
    expect(statuses(replies)).toEqual({ 200: 10, 429: 5 });
    expect(await alarms()).toHaveLength(2);

    later(12);
    expect((await check('203.0.113.1')).headers.get('ratelimit-policy')).toBe(`"address";q=${LIMIT};w=60`);
  });

  it('are reported without the address or a code', async () => {
    await atOnce(30, () => check('203.0.113.77'));
    await eventually(async () => (await alarms()).length === 2);
    const [event] = await alarms();
    expect(event).toMatchObject({ type: 'security.guessing_suspected' });
    expect(Object.keys(event?.data ?? {}).sort()).toEqual(['hits', 'misses', 'subject', 'window_seconds']);
    expect(JSON.stringify([await alarms(), lines])).not.toMatch(/203\.0\.113|GUESS/);
  });

  it('at one tenant from many addresses slow down every answer about its codes, and nobody is locked out', async () => {
    await atOnce(60, (index) => check(`198.51.100.${index}`));
    await eventually(async () => (await alarms()).length === 1);
    expect((await alarms())[0]?.data).toMatchObject({ subject: 'tenant', window_seconds: 600 });
    const promo = await aPromo(app, tenant);
    const asked = { tenant_slug: tenant.slug, promo_code: promo.code };
    expect(await took(() => check('198.51.100.200', code))).toBeGreaterThanOrEqual(DELAY_MS - 2);
    expect(await took(() => check('198.51.100.201'))).toBeGreaterThanOrEqual(DELAY_MS - 2);
    expect(await took(() => app.post('/api/promos/validate', asked))).toBeGreaterThanOrEqual(DELAY_MS - 2);
    expect(await took(() => app.post('/api/enrollments/quote', asked))).toBeGreaterThanOrEqual(DELAY_MS - 2);
    expect((await check('198.51.100.202', code)).body.valid).toBe(true);
    const other = await aTenant(app);
    expect(await took(() => check('198.51.100.203', guess(), other.slug))).toBeLessThan(DELAY_MS);
    later(12);
    expect(await took(() => check('198.51.100.204'))).toBeLessThan(DELAY_MS);
    expect(await alarms()).toHaveLength(1);
  });

  it('at an unknown tenant are slowed down alike, without an event', async () => {
    await atOnce(60, (index) => check(`198.51.100.${index}`, guess(), 'no-such-tenant'));
    const slow = await took(() => check('198.51.100.200', guess(), 'no-such-tenant'));
    expect(slow).toBeGreaterThanOrEqual(DELAY_MS - 2);
    expect(
      await app.database.count(`outbox_event where type like 'security.%' and data ->> 'subject' is null`),
    ).toBe(0);
    expect(lines.filter((line) => line.includes('codes are being guessed'))).toEqual([]);
  });

  it('in quotes and enrollments are detected, too', async () => {
    await atOnce(25, (index) =>
      app.call('POST', '/api/enrollments/quote', {
        body: { tenant_slug: tenant.slug, promo_code: `GUESS${index}` },
        headers: { 'x-forwarded-for': '203.0.113.5' },
      }),
    );
    expect((await check('203.0.113.5')).headers.get('ratelimit-policy')).toBe('"address";q=10;w=60');
  });

  it('are not confused with a repeated expired code or occasional typos', async () => {
    await atOnce(100, () => check('203.0.113.9', 'DEADCODE'));
    const codes = await Promise.all(
      Array.from({ length: 10 }, async () => (await aReferrer(app, tenant)).code),
    );
    for (const one of codes)
      for (const typed of [one, one.slice(1), one.slice(2), one.slice(3)]) await check('203.0.113.9', typed);
    expect(await alarms()).toEqual([]);
    expect((await check('203.0.113.9')).headers.get('ratelimit-policy')).toBe(`"address";q=${LIMIT};w=60`);
  });

  it.each([
    ['as it is', (known: string): string[] => [known]],
    [
      'in many spellings',
      (known: string): string[] => [
        known,
        known.toLowerCase(),
        ` ${known} `,
        `${known.slice(0, 4)}-${known.slice(4)}`,
        known.replace(/./g, (symbol) => String.fromCodePoint(0xfee0 + (symbol.codePointAt(0) ?? 0))),
      ],
    ],
  ])('are not hidden by one valid code, repeated %s', async (_, spellings) => {
    const known = spellings(code);
    for (let misses = 0; misses < 20; misses++) {
      await check('203.0.113.20');
      await check('203.0.113.20', known[misses % known.length]);
    }
    await eventually(async () => (await alarms()).length === 2);
    expect((await check('203.0.113.20')).headers.get('ratelimit-policy')).toBe('"address";q=10;w=60');
  });

  it('are not hidden at a tenant by enrollments with one valid code', async () => {
    await atOnce(25, (index) => check(`198.51.100.${index}`));
    for (let good = 0; good < 10; good++) await check(`192.0.2.${good}`, code);
    expect(await took(() => check('192.0.2.99', code))).toBeGreaterThanOrEqual(DELAY_MS - 2);
  });

  it('hold no transaction open while an answer is delayed', async () => {
    await atOnce(25, (index) => check(`198.51.100.${index}`));
    const enrolling = atOnce(30, (index) =>
      app.call<unknown>('POST', '/api/enrollments', {
        body: { tenant_slug: tenant.slug, name: 'Friend', email: anEmail(), referral_code: code },
        headers: {
          'x-forwarded-for': `198.51.100.${index}`,
          'idempotency-key': `alarm-${index}-${tenant.id}`,
        },
      }),
    );
    const seen: number[] = [];
    const look = setInterval(() => {
      void app.database
        .sql<{ idle: number }>(IDLE_IN_TRANSACTION)
        .then((rows) => seen.push(...rows.map(({ idle }) => idle)));
    }, 20);
    expect(
      await took(async () => {
        expect(statuses(await enrolling)).toEqual({ 201: 30 });
      }),
    ).toBeGreaterThanOrEqual(DELAY_MS - 2);
    clearInterval(look);
    expect(seen.length).toBeGreaterThan(5);
    expect(Math.max(...seen)).toBeLessThan(200);
  });

  it('are reported once for a tenant when two processes detect it', async () => {
    const there = await TestApp.start({
      publicLimit: LIMIT,
      trustProxy: ['127.0.0.1'],
      database: app.database,
    });
    there.setClockAhead(minutes * MINUTE_MS);
    const checkThere = (address: string): Promise<Reply> =>
      there.call('POST', '/api/referrals/validate', {
        body: { referral_code: guess(), tenant_slug: tenant.slug },
        headers: { 'x-forwarded-for': address },
      });
    await Promise.all([
      atOnce(40, (index) => check(`198.51.100.${index}`)),
      atOnce(40, (index) => checkThere(`192.0.2.${index}`)),
    ]);
    await there.stop(); // what it was writing is written
    await eventually(async () => (await alarms()).length > 0);
    expect(await alarms()).toHaveLength(1);
  });
});
