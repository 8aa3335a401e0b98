import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { TrafficCounterService } from '../../src/referral/traffic/traffic-counter.service.js';
import { useTestApp } from '../support/app.js';
import {
  aCustomer,
  anEmail,
  aTenant,
  atOnce,
  codeOf,
  enroll,
  type TestCustomer,
  type TestTenant,
} from '../support/factories.js';

/**
 * How many statements a request may send, `begin` (with the tenant in the same message) and `commit` among them. The
 * cost of a request in a number that is the same on every machine: it goes down on purpose, and never up by accident.
 */
const STATEMENTS = {
  'validate a code': 3,
  'open a share link': 3,
  'show my code': 3,
  'enroll with a code': 14,
  'enroll with a code, and be suspect': 15,
  'list fifty referrals': 3,
};
type Request = keyof typeof STATEMENTS;

/** What a message to PostgreSQL looks like to the driver: a text, or a named statement. */
type Sent = string | { name?: string; text: string };

describe('a request', () => {
  const app = useTestApp();
  let tenant: TestTenant;
  let john: TestCustomer;
  let code: string;

  beforeAll(async () => {
    await app.nest.get(TrafficCounterService).onApplicationShutdown(); // writes nothing by itself from here on
    tenant = await aTenant(app);
    john = await aCustomer(app, tenant);
    code = await codeOf(app, john);
    const limits = { velocity_referrer_limit: 1000, velocity_address_limit: 1000 };
    await app.put('/api/abuse-rules', limits, tenant.admin);
    await atOnce(60, () => enroll(app, tenant, { referral_code: code }));
  });

  const requests: Record<Request, () => Promise<{ status: number }>> = {
    'validate a code': () =>
      app.post('/api/referrals/validate', { referral_code: code, tenant_slug: tenant.slug }),
    'open a share link': () =>
      app.post('/api/referrals/link-opened', { referral_code: code, tenant_slug: tenant.slug }),
    'show my code': () => app.get('/api/referrals/my-code', john.token),
    'enroll with a code': () => enroll(app, tenant, { email: anEmail(), referral_code: code }),
    'enroll with a code, and be suspect': () =>
      enroll(app, tenant, { email: anEmail().replace(/@.*/, '@mailinator.com'), referral_code: code }),
    'list fifty referrals': () => app.get('/api/referrals?limit=50', tenant.admin),
  };

  /** What the request sends, when the process knows the tenant and the connection is warm. */
  async function sentBy(request: () => Promise<{ status: number }>): Promise<Sent[]> {
    expect((await request()).status).toBeLessThan(300);
    const query = jest.spyOn(Client.prototype, 'query');
    try {
      expect((await request()).status).toBeLessThan(300);
      return query.mock.calls.map(([statement]) => statement as unknown as Sent);
    } finally {
      query.mockRestore();
    }
  }

  it.each(Object.entries(STATEMENTS) as [Request, number][])(
    'to %s sends %i statements',
    async (name, count) => {
      expect(await sentBy(requests[name])).toHaveLength(count);
    },
  );

  it.each(Object.keys(STATEMENTS) as Request[])('to %s is planned once, not each time', async (name) => {
    const sent = await sentBy(requests[name]);
    const unnamed = sent.filter((statement) => typeof statement === 'string' || statement.name === undefined);
    expect(unnamed).toEqual([expect.stringMatching(/^begin read (only|write); set local/), 'commit']);
  });
});

/** PostgreSQL keeps one statement under a name, and pg refuses another under the same: on a connection that met both. */
it('no two statements of the sources share a name', () => {
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .flatMap((file) => {
      const source = readFileSync(path.join('src', file), 'utf8');
      return [...source.matchAll(/\bname: '(\w+)',\s+(?:text|table): /g)].map(([, name]) => name);
    });
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
