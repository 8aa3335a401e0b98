import { TokenIssuer } from '../../src/auth/token-issuer.js';
import { SERVICE_ROLE } from '../../src/database/connection.js';
import { migrate } from '../../src/database/migrate.js';
import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import type { MyCodeAnswer } from '../../src/referral/referral.dto.js';
import type { Page } from '../../src/common/page.js';
import type { TenantAnswer } from '../../src/tenant/tenant.dto.js';
import { ISSUER, type ProblemBody, type Reply, SECRET } from '../support/app.js';
import { anEmail, atOnce, GIVE_TEN_GET_TEN, statuses } from '../support/factories.js';
import { HALVES } from '../support/halves.js';
import { OwnPostgres } from '../support/own-postgres.js';
import { eventually, ServiceProcess } from '../support/process.js';
import { idIn, type Sample, samplesOf, type Sender, type Things } from '../support/routes.js';

const RECOVERY_MS = 10_000;

describe('a service whose database goes away', () => {
  let postgres: OwnPostgres;
  let service: ServiceProcess;
  let things: Things;
  let tokens: Record<Sender, string | undefined>;
  const acknowledged: EnrollmentAnswer[] = [];

  beforeAll(async () => {
    postgres = await OwnPostgres.start();
    await migrate(postgres.as('postgres'));
    const DATABASE_URL = postgres.urlAs(SERVICE_ROLE);
    service = await ServiceProcess.start({ DATABASE_URL, JWT_SECRET: SECRET, DATABASE_POOL: '5' });
    await fill();
  }, 60_000);
  afterAll(async () => {
    await service.end('SIGKILL');
    await postgres.stop();
  });

  /** One of everything, by way of the API, for the samples to speak of. */
  async function fill(): Promise<void> {
    const issuer = new TokenIssuer({ secret: SECRET, issuer: ISSUER });
    const platform = issuer.issue({ audience: 'platform', subject: 'test' });
    const tenant = { slug: 'acme-waste', name: 'Acme Waste' };
    const { body: made } = await service.call<TenantAnswer>('POST', '/api/tenants', platform, tenant);
    const tenantId = made.id;
    const admin = issuer.issue({ audience: 'tenant-admin', subject: 'usr_test', tenantId });
    const customer = issuer.issue({ audience: 'customer', subject: 'old_john', tenantId });
    tokens = { admin, customer, platform, public: undefined };
    const program = Object.assign({}, GIVE_TEN_GET_TEN, { referral_reward_type: 'credit' });
    await service.call('PUT', '/api/referrals/config', admin, program);
    const john = { id: 'old_john', name: 'John Doe', email: 'john@example.com' };
    await service.call('POST', '/api/customers', admin, john);
    const discount = { discount_type: 'discount_percent', discount_value: 5, combinable_with_referral: true };
    await service.call('POST', '/api/promos', admin, { code: 'SAVE5', ...discount });
    const { body } = await service.call<MyCodeAnswer>('GET', '/api/referrals/my-code', customer);
    things = {
      slug: tenant.slug,
      tenantId,
      customerId: john.id,
      promoCode: 'SAVE5',
      referralCode: body.referral_code,
      promoId: '',
      referralId: '',
      rewardId: '',
      redemptionId: '',
      apiKeyId: '',
      reviewId: 'rev_none',
      invoiceId: 'INV-1',
    };
    expect((await enroll()).status).toBe(201);
    const idAt = async (path: string): Promise<string> =>
      (await service.call<Page<{ id: string }>>('GET', path, admin)).body.data[0]?.id ?? '';
    const key = { name: 'Some System', scopes: ['read'] };
    await service.call('POST', '/api/api-keys', admin, key);
    things.apiKeyId = await idAt('/api/api-keys');
    things.promoId = await idAt('/api/promos');
    things.referralId = await idAt('/api/referrals');
    things.rewardId = await idAt('/api/rewards');
    const invoice = { customer_id: john.id, invoice_id: 'INV-1', currency: 'USD', amount_cents: 10_000 };
    expect((await service.call('POST', '/api/redemptions', admin, invoice)).status).toBe(201);
    things.redemptionId = await idAt('/api/redemptions');
  }

  async function enroll(): Promise<Reply<EnrollmentAnswer>> {
    const codes = { referral_code: things.referralCode, promo_code: things.promoCode };
    const person = { tenant_slug: things.slug, name: 'New Friend', email: anEmail(), ...codes };
    const reply = await service.call<EnrollmentAnswer>('POST', '/api/enrollments', undefined, person);
    if (reply.status === 201) acknowledged.push(reply.body);
    return reply;
  }

  const send = ({ method, path, sender, body }: Sample): Promise<Reply<ProblemBody>> =>
    service.call(
      method,
      path.includes('{id}') ? path.replace('{id}', idIn(path, things)) : path,
      tokens[sender],
      body,
    );

  const isReady = async (): Promise<boolean> => (await service.call('GET', '/health/ready')).status === 200;

  async function expectNothingLost(): Promise<void> {
    const kept = await postgres.sql('select from enrollment where id = any($1)', [
      acknowledged.map(({ id }) => id),
    ]);
    expect(kept).toHaveLength(acknowledged.length);
    for (const [half, from] of HALVES)
      expect([half, await postgres.sql(`select from ${from}`)]).toEqual([half, []]);
  }

  it('answers every route that needs it with 503 and when to try again, then serves again by itself', async () => {
    await postgres.crash();
    expect((await service.call('GET', '/health/live')).status).toBe(200);
    expect((await service.call('GET', '/health/ready')).status).toBe(503);
    expect((await service.call('GET', '/api/openapi.json')).status).toBe(200);
    for (const sample of samplesOf(things)) {
      const { status, headers, body } = await send(sample);
      expect([sample.method, sample.path, status]).toEqual([sample.method, sample.path, 503]);
      expect(body.code).toBe('database_unavailable');
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    await postgres.startAgain();
    await eventually(isReady, RECOVERY_MS);
    expect((await enroll()).status).toBe(201);
    expect(service.runs).toBe(true);
    await expectNothingLost();
  });

  it('loses nothing that it acknowledged when the database crashes under load', async () => {
    let crashed = false;
    const enrolling = atOnce(8, async () => {
      const replies: Reply[] = [];
      while (!crashed) replies.push(await enroll());
      return replies;
    });
    const before = acknowledged.length;
    await eventually(() => acknowledged.length > before + 40);
    await postgres.crash();
    await eventually(async () => (await enroll()).status === 503);
    crashed = true;
    const { 201: made, 503: refused, ...others } = statuses((await enrolling).flat());
    expect(others).toEqual({});
    expect(made).toBeGreaterThan(40);
    expect(refused).toBeGreaterThan(0);
    await postgres.startAgain();
    await eventually(isReady, RECOVERY_MS);
    await expectNothingLost();
  });

  it('answers 503 or does its work while its sessions are ended one after another, and then recovers', async () => {
    const reads = samplesOf(things).filter(({ method }) => method === 'GET');
    let quiet = false;
    const calling = atOnce(8, async (caller) => {
      const replies: Reply[] = [];
      for (let turn = caller; !quiet; turn++) {
        const sample = reads[turn % reads.length];
        replies.push(await (turn % 3 === 0 || sample === undefined ? enroll() : send(sample)));
      }
      return replies;
    });
    let ended = 0;
    while (ended < 60) {
      const sessions = await postgres.sql(
        'select pg_terminate_backend(pid) from pg_stat_activity where usename = $1',
        [SERVICE_ROLE],
      );
      ended += sessions.length;
    }
    quiet = true;
    const { 200: read, 201: made, 503: refused = 0, ...others } = statuses((await calling).flat());
    expect(others).toEqual({});
    expect([Number(read) > 0, Number(made) > 0, refused > 0]).toEqual([true, true, true]);
    await eventually(isReady, RECOVERY_MS);
    const after = await atOnce(20, enroll);
    expect(statuses(after)).toEqual({ 201: 20 });
    expect(service.runs).toBe(true);
    await expectNothingLost();
  });

  it('has had no unexpected error in all of this', () => {
    expect(service.stderr).toBe('');
  });
});
