import { TokenIssuerService } from '../../src/core/auth/token-issuer.service.js';
import { SERVICE_ROLE } from '../../src/core/database/tenant-scope.js';
import { migrate } from '../../src/core/database/migrate.js';
import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import type { MyCodeAnswer } from '../../src/referral/referral.dto.js';
import type { Page } from '../../src/core/http/page.js';
import type { TenantAnswer } from '../../src/tenant/tenant.dto.js';
import { ISSUER, type ProblemBody, type Reply, SECRET } from '../support/app.js';
import { anEmail, atOnce, GIVE_TEN_GET_TEN, statuses } from '../support/factories.js';
import { at } from '../support/ledger-fixture.js';
import { OwnPostgres } from '../support/own-postgres.js';
import { eventually, ServiceProcess, type Settings } from '../support/process.js';
import {
  addressOf,
  type Sample,
  samplesOf,
  type Sender,
  TABLE_HEADERS,
  type Things,
} from '../support/routes.js';
import { Load, type Standing } from './load.js';
import { expectAllKeyedDone, expectNothingLost, expectRefusalsThatPass } from './soundness.js';

const RECOVERY_MS = 10_000;
const CALLERS = 8;

describe('a service whose database goes away', () => {
  let postgres: OwnPostgres;
  let service: ServiceProcess;
  let things: Things;
  let tokens: Record<Sender, string | undefined>;
  let standing: Standing;
  let settings: Settings;

  beforeAll(async () => {
    postgres = await OwnPostgres.start();
    await migrate(postgres.as('postgres'));
    settings = { DATABASE_URL: postgres.urlAs(SERVICE_ROLE), JWT_SECRET: SECRET };
    service = await ServiceProcess.start({ ...settings, DATABASE_POOL: '5' });
    await fill();
  }, 60_000);
  afterAll(async () => {
    await service.end('SIGKILL');
    await postgres.stop();
  });

  /** One of everything, by way of the API, for the samples to speak of. */
  async function fill(): Promise<void> {
    const issuer = new TokenIssuerService({ secret: SECRET, issuer: ISSUER });
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
    const others = ['old_mary', 'old_zoe'];
    for (const id of others) {
      const other = { id, name: 'Some Customer', email: anEmail() };
      await service.call('POST', '/api/customers', admin, other);
    }
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
      webhookId: '',
      referralId: '',
      rewardId: '',
      redemptionId: '',
      apiKeyId: '',
      reviewId: 'rev_none',
      invoiceId: 'INV-1',
    };
    standing = {
      slug: tenant.slug,
      admin,
      customerIds: [john.id, ...others],
      referralCode: body.referral_code,
      promoCode: 'SAVE5',
    };
    expect((await enroll()).status).toBe(201);
    const idAt = async (path: string): Promise<string> =>
      (await service.call<Page<{ id: string }>>('GET', path, admin)).body.data[0]?.id ?? '';
    const key = { name: 'Some System', scopes: ['read'] };
    await service.call('POST', '/api/api-keys', admin, key);
    things.apiKeyId = await idAt('/api/api-keys');
    const webhook = { url: 'https://8.8.8.8/hook', events: ['*'], active: false };
    expect((await service.call('POST', '/api/webhooks', admin, webhook)).status).toBe(201);
    things.webhookId = await idAt('/api/webhooks');
    things.promoId = await idAt('/api/promos');
    things.referralId = await idAt('/api/referrals');
    things.rewardId = await idAt('/api/rewards');
    const invoice = { customer_id: john.id, invoice_id: 'INV-1', currency: 'USD', amount_cents: 10_000 };
    expect((await service.call('POST', '/api/redemptions', admin, invoice)).status).toBe(201);
    things.redemptionId = await idAt('/api/redemptions');
  }

  function enroll(): Promise<Reply<EnrollmentAnswer>> {
    const codes = { referral_code: things.referralCode, promo_code: things.promoCode };
    const person = { tenant_slug: things.slug, name: 'New Friend', email: anEmail(), ...codes };
    return service.call<EnrollmentAnswer>('POST', '/api/enrollments', undefined, person);
  }

  const send = (sample: Sample): Promise<Reply<ProblemBody>> =>
    service.call(
      sample.method,
      addressOf(sample, things),
      tokens[sample.sender],
      sample.table ?? sample.body,
      sample.table === undefined ? {} : TABLE_HEADERS,
    );

  const isReady = async (): Promise<boolean> => (await service.call('GET', '/health/ready')).status === 200;

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
    expect(service.isRunning).toBe(true);
  });

  it('loses nothing that it acknowledged when the database crashes under load, and serves again by itself', async () => {
    const load = new Load(standing, () => service).start(CALLERS);
    await eventually(() => load.acknowledged > 40);
    await postgres.crash();
    await eventually(() => load.refusals.length > 2 * CALLERS);
    await postgres.startAgain();
    await eventually(isReady, RECOVERY_MS);
    const before = load.acknowledged;
    await eventually(() => load.acknowledged > before + 2 * CALLERS, RECOVERY_MS);
    await load.stop();
    expectRefusalsThatPass(load);
    expectAllKeyedDone(load);
    expect([load.unanswered, service.isRunning]).toEqual([0, true]);
    await expectNothingLost(load, postgres, settings);
  }, 60_000);

  it('answers 503 or does its work while its sessions are ended one after another, and then recovers', async () => {
    const reads = samplesOf(things).filter(({ method }) => method === 'GET');
    let quiet = false;
    const load = new Load(standing, () => service).start(CALLERS);
    const reading = atOnce(4, async (caller) => {
      const replies: Reply[] = [];
      for (let turn = caller; !quiet; turn++) replies.push(await send(at(reads, turn)));
      return replies;
    });
    await eventually(() => load.acknowledged > 0);
    let ended = 0;
    while (ended < 60) {
      const sessions = await postgres.sql(
        'select pg_terminate_backend(pid) from pg_stat_activity where usename = $1',
        [SERVICE_ROLE],
      );
      ended += sessions.length;
    }
    quiet = true;
    await load.stop();
    expectRefusalsThatPass(load);
    expectAllKeyedDone(load);
    expect(load.unanswered).toBe(0);
    const { 200: read, 503: _refused, ...others } = statuses((await reading).flat());
    expect(others).toEqual({});
    expect(read).toBeGreaterThan(0);
    // The server may still be busy with the sessions that ended, so that the first new ones are refused.
    const servesTwenty = async (): Promise<boolean> => statuses(await atOnce(20, enroll))[201] === 20;
    await eventually(servesTwenty, RECOVERY_MS);
    expect(service.isRunning).toBe(true);
    await expectNothingLost(load, postgres, settings);
  }, 60_000);

  it('has had no unexpected error in all of this', () => {
    expect(service.stderr).toBe('');
  });
});
