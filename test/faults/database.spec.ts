import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { SERVICE_ROLE } from '../../src/core/database/tenant-scope.js';
import { type ProblemBody, type Reply, SECRET, TestApp } from '../support/app.js';
import { aCustomer, aTenant, atOnce, type TestTenant } from '../support/factories.js';
import { breachesIn } from '../support/ledger-invariants.js';
import { eventually, ServiceProcess } from '../support/process.js';

const POOL = 3;
/** Of these connections; the last one is for others. */
const MOST_OF_A_TENANT = 2;
type Answer = Reply<ProblemBody>;

/** A fault, as the superuser makes it and mends it. */
interface Fault {
  /** Under which PostgreSQL tells of it. */
  readonly sqlState: string;
  /** It shows while a transaction waits for another. */
  readonly whileWaiting?: true;
  /** Each committed before the next: a session that begins meanwhile must meet the fault. */
  readonly begin: (database: string) => string[];
  readonly end: (database: string) => string[];
}

const END_SESSIONS = `
  select pg_terminate_backend(pid, 10000) from pg_stat_activity
   where datname = current_database() and usename = '${SERVICE_ROLE}'`;
/** Sessions that wait for what this one holds, or for their turn to. */
const WAITING = `pg_locks where not granted
  and (transactionid = pg_current_xact_id()::xid
       or locktype = 'tuple' and relation = 'customer'::regclass
          and database = (select oid from pg_database where datname = current_database()))`;

/** Limits of time, for sessions that begin from now on. */
const withLimit = (setting: string, sqlState: string): Fault => ({
  sqlState,
  whileWaiting: true,
  begin: (database) => [`alter database ${database} set ${setting} = '200ms'`, END_SESSIONS],
  end: (database) => [`alter database ${database} reset ${setting}`, END_SESSIONS],
});
const NO_CONNECTIONS: Fault = {
  sqlState: '53300',
  begin: (database) => [`alter database ${database} with connection limit 0`, END_SESSIONS],
  end: (database) => [`alter database ${database} with connection limit -1`],
};
/**
 * PostgreSQL itself writes to a device that is always full, in the middle of the transaction, and tells what the kernel
 * told it. A disk that is full can be had only as root; the device is there for everybody, on Linux.
 */
const FULL_DEVICE = '/dev/full';
const FULL_DISK: Fault = {
  sqlState: '53100',
  begin: () => [
    `create function fill_up() returns trigger language plpgsql security definer
       as $$ begin copy (select repeat('x', 100000)) to '${FULL_DEVICE}'; return new; end $$`,
    'create trigger fill_up after insert on credit_entry for each row execute function fill_up()',
  ],
  end: () => ['drop trigger fill_up on credit_entry'],
};

describe('a database that can not do what it is asked', () => {
  let app: TestApp;
  let service: ServiceProcess;
  let tenant: TestTenant;

  beforeAll(async () => {
    app = await TestApp.start();
    tenant = await aTenant(app);
    for (const id of ['john', 'mary']) await aCustomer(app, tenant, { id });
    const DATABASE_URL = app.database.urlAs(SERVICE_ROLE);
    const settings = { DATABASE_URL, JWT_SECRET: SECRET, DATABASE_POOL: String(POOL), LOG_LEVEL: 'warn' };
    service = await ServiceProcess.start(settings);
  }, 60_000);
  afterAll(async () => {
    await service.end('SIGKILL');
    await app.stop();
  });

  const credit = (reason: string, to = 'john'): Promise<Answer> => {
    const path = `/api/customers/${to}/credit/adjustments`;
    const body = { amount_cents: 100, reason };
    return service.call('POST', path, tenant.admin, body, { 'idempotency-key': reason });
  };

  /** Does something while all who give John credit wait. */
  async function whileJohnIsLocked<T>(work: () => Promise<T>): Promise<T> {
    await app.database.sql('begin');
    await app.database.sql(`select from customer where id = 'john' for update`);
    try {
      return await work();
    } finally {
      await app.database.sql('rollback');
    }
  }

  const waiting = async (count: number): Promise<void> =>
    eventually(async () => (await app.database.count(WAITING)) === count);

  function expectUnavailable({ status, body, headers }: Answer): void {
    expect([status, body.code]).toEqual([503, 'database_unavailable']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  }

  /** Why requests were answered 503, in the words of the log: SQLSTATEs, for the most part. */
  const refusedFor = (): (string | undefined)[] =>
    service.stderr
      .split('\n')
      .filter((line) => line.includes('request_id'))
      .map((line) => (JSON.parse(line) as { err?: { code?: string } }).err?.code);

  /** What failed has left nothing, its key included; sent again it is done, once, by the same process. */
  async function expectDoneWhenSentAgain(reason: string): Promise<void> {
    expect(await app.database.count(`credit_entry where reason = '${reason}'`)).toBe(0);
    expect(await app.database.count(`idempotency_key where key = '${reason}'`)).toBe(0);
    await eventually(async () => (await credit(reason)).status === 201);
    await expectDoneOnce(reason);
  }

  async function expectDoneOnce(reason: string): Promise<void> {
    expect((await credit(reason)).headers.get('idempotent-replayed')).toBe('true');
    expect(await app.database.count(`credit_entry where reason = '${reason}'`)).toBe(1);
    expect(await breachesIn(app.database)).toEqual(new Map());
    expect(service.isRunning).toBe(true);
  }

  it('loses connections in the middle of a transaction: it is done on another one, once', async () => {
    const reason = randomUUID();
    const answer = await whileJohnIsLocked(async () => {
      const pending = credit(reason);
      for (let lost = 0; lost < 3; lost++) {
        await waiting(1);
        await app.database.sql(`select pg_terminate_backend(pid, 10000) from ${WAITING}`);
      }
      await waiting(1);
      return { pending };
    });
    expect((await answer.pending).status).toBe(201);
    await expectDoneOnce(reason);
  });

  it('loses a connection while it commits: 503, because nobody knows whether it was done', async () => {
    const reason = randomUUID();
    await app.database.sql(`create function nap() returns trigger language plpgsql
      as $$ begin perform pg_sleep(60); return null; end $$`);
    await app.database.sql(`create constraint trigger nap after insert on credit_entry
      deferrable initially deferred for each row execute function nap()`);
    const napping = `pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;
    const pending = credit(reason);
    await eventually(async () => (await app.database.count(napping)) === 1);
    await app.database.sql(`select pg_terminate_backend(pid, 10000) from ${napping}`);
    await app.database.sql('drop trigger nap on credit_entry');
    expectUnavailable(await pending);
    await expectDoneWhenSentAgain(reason);
  });

  const faults: [name: string, fault: Fault][] = [
    ['waits no longer for a lock', withLimit('lock_timeout', '55P03')],
    ['ends a transaction that takes too long', withLimit('transaction_timeout', '25P04')],
    ['takes no connections', NO_CONNECTIONS],
    ...(existsSync(FULL_DEVICE) ? [['has a full disk', FULL_DISK] as [string, Fault]] : []),
  ];
  it.each(faults)('%s: 503, nothing half done, and served when it is mended', async (_, fault) => {
    const reason = randomUUID();
    const answers: Answer[] = [];
    const met = (): Promise<void> =>
      eventually(async () => {
        answers.push(await credit(reason));
        return refusedFor().includes(fault.sqlState); // the first may only find that its session has ended
      });
    for (const statement of fault.begin(app.database.name)) await app.database.sql(statement);
    await (fault.whileWaiting ? whileJohnIsLocked(met) : met());
    for (const statement of fault.end(app.database.name)) await app.database.sql(statement);
    answers.forEach(expectUnavailable);
    await expectDoneWhenSentAgain(reason);
  });

  it('lets a tenant’s connections wait: its others are told 503 busy within a second, those who wait give up after fifteen', async () => {
    const reason = randomUUID();
    await whileJohnIsLocked(async () => {
      const held = atOnce(MOST_OF_A_TENANT, (index) => credit(`${reason}-${index}`));
      await waiting(MOST_OF_A_TENANT);
      const asked = performance.now();
      const busy = await credit(reason, 'mary');
      expect([busy.status, busy.body.code]).toEqual([503, 'busy']);
      expect(Number(busy.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(performance.now() - asked).toBeLessThan(2_000);
      (await held).forEach(expectUnavailable);
    });
    // statement_timeout
    expect(refusedFor().filter((sqlState) => sqlState === '57014')).toHaveLength(MOST_OF_A_TENANT);
    expect((await credit(reason, 'mary')).status).toBe(201);
    await expectDoneWhenSentAgain(`${reason}-0`);
  }, 60_000);

  it('has brought about no unexpected error in all of this', async () => {
    expect(service.stderr).not.toMatch(/"level":[56]0/);
    expect(await service.stop()).toMatchObject({ code: 0, signal: null });
  });
});
