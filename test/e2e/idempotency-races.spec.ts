import { randomUUID } from 'node:crypto';
import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aCustomer,
  anEmail,
  aReferrer,
  aTenant,
  atOnce,
  statuses,
  type TestTenant,
} from '../support/factories.js';
import { eventually } from '../support/process.js';
import { expectProblem } from './expectations.js';

const WAITING = `pg_locks where not granted and relation = 'customer'::regclass`;

describe('an Idempotency-Key', () => {
  const app = useTestApp();
  let tenant: TestTenant;

  beforeAll(async () => (tenant = await aTenant(app)));

  const post = <Body>(path: string, body: unknown, key: string, token?: string): Promise<Reply<Body>> =>
    app.call<Body>('POST', path, { token, body, headers: { 'idempotency-key': key } });
  const replayed = (reply: Reply): string | null => reply.headers.get('idempotent-replayed');
  const person = (): { name: string; email: string } => ({ name: 'Ana', email: anEmail() });
  /** Does something while nobody can write a customer. */
  const whileCustomersAreLocked = async <T>(work: () => Promise<T>): Promise<T> => {
    await app.database.sql('begin');
    await app.database.sql('lock table customer in share row exclusive mode');
    try {
      return await work();
    } finally {
      await app.database.sql('commit');
    }
  };

  it('stays usable when the database fails, and is executed once when it is back', async () => {
    const key = randomUUID();
    const enrolling = { ...person(), tenant_slug: tenant.slug };
    const lost = await whileCustomersAreLocked(async () => {
      const sent = post('/api/enrollments', enrolling, key);
      await eventually(async () => (await app.database.count(WAITING)) === 1);
      await app.database.sql(`select pg_terminate_backend(pid) from ${WAITING}`);
      return sent;
    });
    expectProblem(lost, 503, 'database_unavailable');
    const done = await post<EnrollmentAnswer>('/api/enrollments', enrolling, key);
    expect([done.status, replayed(done)]).toEqual([201, null]);
    const again = await post('/api/enrollments', enrolling, key);
    expect([again.status, again.body, replayed(again)]).toEqual([201, done.body, 'true']);
  });

  it.each(CURRENCIES)(
    'has one effect when 50 arrive at once: the others get the conflict or the answer, in $currency',
    async ({ currency }) => {
      const key = randomUUID();
      const own = await aTenant(app, { currency });
      const { id } = await aCustomer(app, own);
      const path = `/api/customers/${id}/credit/adjustments`;
      const grant = { amount_cents: 100, reason: 'sorry' };
      const replies = await atOnce(50, () => post<{ code?: string }>(path, grant, key, own.admin));
      const done = replies.filter(({ status }) => status === 201);
      expect(done.filter((reply) => replayed(reply) === null)).toHaveLength(1);
      expect(new Set(done.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      const others = replies.filter(({ status }) => status !== 201);
      expect(others.map(({ status, body }) => [status, body.code])).toEqual(
        others.map(() => [409, 'idempotency_in_progress']),
      );
      const { body } = await app.get<{ balance_cents: number }>(`/api/customers/${id}/credit`, own.admin);
      expect(body.balance_cents).toBe(100);
    },
  );

  it('is answered 409 while the first request is in progress', async () => {
    const key = randomUUID();
    const enrolling = { ...person(), tenant_slug: tenant.slug };
    const [first] = await whileCustomersAreLocked(async () => {
      const sent = post('/api/enrollments', enrolling, key);
      await eventually(async () => (await app.database.count(WAITING)) === 1);
      expectProblem(await post('/api/enrollments', enrolling, key), 409, 'idempotency_in_progress');
      return [sent]; // not waited for before the lock is given up
    });
    expect((await first).status).toBe(201);
  });

  it('completes more concurrent requests than there are connections', async () => {
    const referrer = await aReferrer(app, tenant);
    const replies = await atOnce(40, () =>
      post(
        '/api/enrollments',
        { ...person(), tenant_slug: tenant.slug, referral_code: referrer.code },
        randomUUID(),
      ),
    );
    expect(statuses(replies)).toEqual({ 201: 40 });
  });
});
