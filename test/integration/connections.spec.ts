import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { ENTITIES } from '../../src/app/entities.js';
import { ConnectionScheduler } from '../../src/core/database/connection-scheduler.js';
import { connect } from '../../src/core/database/data-source.js';
import { TenantReader } from '../../src/core/database/tenant-reader.js';
import { SERVICE_ROLE } from '../../src/core/database/tenant-scope.js';
import { UnitOfWork } from '../../src/core/database/unit-of-work.js';
import { EventDrainService } from '../../src/core/outbox/event-drain.service.js';
import { BulkLimiter } from '../../src/tenant/bulk-limiter.js';
import { expectProblem } from '../e2e/expectations.js';
import { aScene } from '../e2e/scene.js';
import { type Reply, TestApp, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { TestDatabase } from '../support/database.js';
import {
  anEmail,
  aReferrer,
  aTenant,
  atOnce,
  enroll,
  redeem,
  statuses,
  type TestReferrer,
  type TestTenant,
} from '../support/factories.js';
import { eventually } from '../support/process.js';
import { theCustomer, waitingFor } from './meeting.js';

const BUSY_WITHIN_MS = 1_000;
/** Of ten connections. */
const MOST_OF_A_TENANT = 8;

describe('connections', () => {
  const app = useTestApp({ impatient: true });
  let tenant: TestTenant;
  let other: TestTenant;
  let referrer: TestReferrer;

  beforeEach(async () => {
    [tenant, other] = [await aTenant(app), await aTenant(app)];
    referrer = await aReferrer(app, tenant);
  });

  interface Timed {
    status: number;
    ms: number;
  }
  const timed = async (call: Promise<Reply>): Promise<Timed> => {
    const started = performance.now();
    const { status } = await call;
    return { status, ms: performance.now() - started };
  };
  const read = (of: TestTenant): Promise<Reply> => app.get('/api/promos?limit=1', of.admin);
  /** Reads of another tenant for as long as something lasts. */
  async function readsBeside(lasting: Promise<unknown>): Promise<Timed[]> {
    const reads: Timed[] = [];
    let over = false;
    const ended = lasting.then(() => (over = true));
    do {
      reads.push(await timed(read(other)));
      await sleep(20);
    } while (!over as boolean);
    await ended;
    return reads;
  }
  /** Holds a lock from outside while something is done. */
  async function holding<T>(
    [statement, ...values]: readonly [string, ...unknown[]],
    work: () => Promise<T>,
  ): Promise<T> {
    await app.database.sql('begin');
    await app.database.sql(statement, values);
    try {
      return await work();
    } finally {
      await app.database.sql('commit');
    }
  }

  it('of a tenant whose events somebody else is numbering don’t pile up: others are served as ever, and so is it', async () => {
    app.nest.get(EventDrainService).drainOnNotify();
    await app.nest.get(EventDrainService).drain(tenant.id); // so that there is a row to hold
    const position = 'select from event_position where tenant_id = $1 for update';
    const { feeds: reading } = await holding([position, tenant.id], async () => {
      const feeds: Promise<Reply>[] = [];
      const waiting: number[] = [];
      for (let written = 0; written < 12; written++) {
        expect((await enroll(app, tenant, { referral_code: referrer.code })).status).toBe(201);
        if (written < 3) feeds.push(app.get('/api/events?after=0', tenant.admin));
        await sleep(120); // a hint comes 100 ms after a commit
        waiting.push(await waitingFor(app));
      }
      expect(Math.max(...waiting)).toBeLessThanOrEqual(2);
      expect(Math.max(...waiting)).toBeGreaterThan(0); // those who read the feed wait, in one connection
      const beside: Timed[] = [];
      for (let times = 0; times < 5; times++) beside.push(await timed(read(other)));
      expect(beside.map(({ status }) => status)).toEqual(Array(5).fill(200));
      expect(Math.min(...beside.map(({ ms }) => ms))).toBeLessThan(200);
      return { feeds };
    });
    expect(statuses(await Promise.all(reading))).toEqual({ 200: 3 });
    const unnumbered = 'outbox_event where tenant_id = $1 and sequence is null';
    await eventually(async () => (await app.database.count(unnumbered, [tenant.id])) === 0);
  });

  it('are shared: 400 enrollments of one tenant at once leave every read of another without a failure', async () => {
    const enrolling = atOnce(400, () => enroll(app, tenant, { referral_code: referrer.code }));
    const reads = await readsBeside(enrolling);
    expect(reads.length).toBeGreaterThan(3);
    expect(new Set(reads.map(({ status }) => status))).toEqual(new Set([200]));
    const { 201: enrolled = 0, 503: refused = 0 } = statuses(await enrolling);
    expect(enrolled + refused).toBe(400);
    expect(await app.database.count('referral where tenant_id = $1', [tenant.id])).toBe(enrolled);
    for (const reply of await enrolling) if (reply.status === 503) expectProblem(reply, 503, 'busy');
  });

  it('that wait for a lock of their tenant’s are not all there are; what it asks besides is told so within a second', async () => {
    const { calls: redeeming } = await holding(theCustomer(tenant, referrer.id), async () => {
      const calls = atOnce(60, () => redeem(app, tenant, referrer.id));
      await eventually(async () => (await waitingFor(app)) === MOST_OF_A_TENANT);
      const besides = app.get('/api/promos', tenant.admin);
      const started = performance.now();
      const beside = await atOnce(20, () => timed(read(other)));
      expect(new Set(beside.map(({ status }) => status))).toEqual(new Set([200]));
      const refused = await besides;
      expectProblem(refused, 503, 'busy');
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(performance.now() - started).toBeLessThan(BUSY_WITHIN_MS + 500);
      return { calls };
    });
    const { 201: done = 0, 503: refused = 0 } = statuses(await redeeming);
    expect([done >= MOST_OF_A_TENANT, done + refused]).toEqual([true, 60]);
    expect((await read(tenant)).status).toBe(200);
  });

  it('are few for bulk work: a tenant’s thirty verifications at once leave another its own, and what is too much is refused', async () => {
    const verifying = atOnce(30, () => app.get('/api/ledger/verify', tenant.admin));
    expect((await app.get('/api/ledger/verify', other.admin)).status).toBe(200);
    const replies = await verifying;
    const { 200: done = 0, 503: refused = 0 } = statuses(replies);
    expect([done >= 23, done + refused]).toEqual([true, 30]); // three at once, twenty in line
    for (const reply of replies) if (reply.status === 503) expectProblem(reply, 503, 'busy');
    expect((await app.get('/api/ledger/verify', tenant.admin)).status).toBe(200);
  });

  it('are given back by bulk requests whose callers leave', async () => {
    const { hostname, port } = new URL(app.url);
    for (let times = 0; times < 8; times++) {
      const leaving = net.connect(Number(port), hostname);
      leaving.write(
        `GET /api/referrals/export.csv HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${tenant.admin}\r\n\r\n`,
      );
      await sleep(times);
      leaving.destroy();
    }
    expect((await app.get('/api/ledger/verify', tenant.admin)).status).toBe(200);
    expect(app.nest.get(BulkLimiter).isIdle).toBe(true);
  });
});

it.each(CURRENCIES)(
  'one connection is enough for everything: no story holds one and waits for another, in $currency',
  async ({ currency }) => {
    const app = await TestApp.start({ impatient: true, poolSize: 1 });
    const { tenant, customer, promo, webhookId, redemptionId } = await aScene(app, currency);
    const calls: [path: string, body: object][] = [
      ['/api/promos', { code: 'KEYED', discount_type: 'discount_percent', discount_value: 5 }],
      [`/api/customers/${customer.id}/credit/adjustments`, { amount_cents: 100, reason: 'keyed' }],
      ['/api/redemptions', { customer_id: customer.id, invoice_id: 'K', currency, amount_cents: 900 }],
      [`/api/redemptions/${redemptionId}/reverse`, { reason: 'keyed' }],
      [`/api/webhooks/${webhookId}/replay`, { from_sequence: 1 }],
      [
        '/api/enrollments',
        { name: 'K', email: 'k@example.com', referral_code: customer.code, promo_code: promo.code },
      ],
    ];
    for (const [path, body] of calls) {
      const headers = { 'idempotency-key': path };
      const call = (): Promise<Reply> => app.call('POST', path, { token: tenant.admin, body, headers });
      const [first, again] = [await call(), await call()];
      expect({ path, statuses: [first.status < 300, again.status < 300] }).toEqual({
        path,
        statuses: [true, true],
      });
    }
    await app.stop();
  },
);

it('a transaction that waits for anything but its statements fails, in tests', async () => {
  const app = await TestApp.start();
  const tenant = await aTenant(app);
  const waiting = (ms: number): Promise<void> =>
    app.nest.get(UnitOfWork).run(tenant.id, async () => {
      await sleep(ms);
    });
  await waiting(20);
  await expect(waiting(200)).rejects.toThrow('waiting for something other');
  await app.stop();
});

/** What a caller leaves who sends two requests at once and hangs up: Node never says that the second answer is closed. */
it('pipelined requests whose caller has left hold no turn, and keep no process from ending', async () => {
  const app = await TestApp.start({ impatient: true });
  const tenant = await aTenant(app);
  const { hostname, port } = new URL(app.url);
  const request = (path: string): string =>
    `GET ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${tenant.admin}\r\n\r\n`;
  for (let times = 0; times < 8; times++) {
    const leaving = net.connect(Number(port), hostname);
    leaving.write(request('/api/events') + request('/api/analytics/summary'));
    await sleep(times);
    leaving.destroy();
  }
  await eventually(() => app.nest.get(BulkLimiter).isIdle);
  expect((await app.get('/api/analytics/summary', tenant.admin)).status).toBe(200);
  await app.stop();
});

it('readiness is asked of the database one at a time, and costs nobody a turn', async () => {
  const app = await TestApp.start({ impatient: true });
  const tenant = await aTenant(app);
  const query = jest.spyOn(Client.prototype, 'query');
  const probing = atOnce(300, () => app.get('/health/ready'));
  const reads = await atOnce(20, () => app.get('/api/promos', tenant.admin));
  const probes = await probing;
  const asked = query.mock.calls.filter(
    ([sent]) => (sent as { name?: string }).name === 'schema_is_migrated',
  );
  query.mockRestore();
  expect(statuses(probes)).toEqual({ 200: 300 });
  expect(asked.length).toBeLessThan(300); // who asks while one is under way shares its answer
  expect(statuses(reads)).toEqual({ 200: 20 });
  await app.stop();
});

const END_MYSELF = { name: 'test_end_myself', text: 'select pg_terminate_backend(pg_backend_pid())' };

it('a connection that dies in use fails its statement and nothing else, be it the first one of the pool', async () => {
  const database = await TestDatabase.clone();
  const dataSource = await connect(database.service, ENTITIES, 1);
  const reader = new TenantReader(dataSource, new ConnectionScheduler(1));
  for (let lost = 0; lost < 3; lost++) {
    const asked = reader.rows('ten_1', END_MYSELF, []);
    await expect(asked).rejects.toMatchObject({ code: 'database_unavailable' });
  }
  expect(await reader.rows('ten_1', { name: 'test_one', text: 'select 1 as one' }, [])).toEqual([{ one: 1 }]);
  await dataSource.destroy();
  await database.drop();
});

it('connections that were lost while nobody used them fail no request', async () => {
  const app = await TestApp.start();
  const tenant = await aTenant(app);
  const answers: Reply[] = [];
  const sessions = 'pg_stat_activity where datname = current_database() and usename = $1';
  for (let restart = 0; restart < 20; restart++) {
    await app.database.sql(`select pg_terminate_backend(pid) from ${sessions}`, [SERVICE_ROLE]);
    answers.push(
      ...(await atOnce(4, () => app.get('/api/promos?limit=1', tenant.admin))),
      ...(await atOnce(4, () =>
        app.post('/api/customers', { name: 'John Doe', email: anEmail() }, tenant.admin),
      )),
    );
  }
  expect(statuses(answers)).toEqual({ 200: 80, 201: 80 });
  await app.stop();
});
