import { TokenIssuerService } from '../../src/core/auth/token-issuer.service.js';
import type { NewApiKeyAnswer } from '../../src/tenant/api-key/api-key.dto.js';
import { SERVICE_ROLE } from '../../src/core/database/tenant-scope.js';
import { migrate } from '../../src/core/database/migrate.js';
import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import type { MyCodeAnswer } from '../../src/referral/referral.dto.js';
import type { TenantAnswer } from '../../src/tenant/tenant.dto.js';
import type { WebhookSecretAnswer } from '../../src/events/webhook/webhook.dto.js';
import { ISSUER, type Reply } from '../support/app.js';
import { GIVE_TEN_GET_TEN } from '../support/factories.js';
import { OwnPostgres } from '../support/own-postgres.js';
import { eventually, ServiceProcess } from '../support/process.js';
import { Receiver, status } from '../support/receiver.js';

const JWT_SECRET = 'telling-jwt-secret-of-at-least-32-characters';
const DATA_KEY = 'telling-data-key-of-at-least-32-characters';
const PASSWORD = 'telling-database-password';
const ZOE = { name: 'Zoe Quillfeather', email: 'zoe.quillfeather@gmail.com', phone: '+49 171 5550 4711' };
const REASON = 'Mrs Quillfeather called twice';

/** At its most talkative, and through good times and bad. */
describe("the service's log", () => {
  let postgres: OwnPostgres;
  let receiver: Receiver;
  let service: ServiceProcess;
  let admin: string;
  /** What must not be in it, by what it is. */
  const secrets = new Map<string, string>(Object.entries({ JWT_SECRET, DATA_KEY, PASSWORD, REASON, ...ZOE }));

  beforeAll(async () => {
    postgres = await OwnPostgres.start();
    await migrate(postgres.as('postgres'));
    receiver = await Receiver.start();
    receiver.answering = status(500);
    service = await ServiceProcess.start({
      DATABASE_URL: postgres.urlAs(SERVICE_ROLE, PASSWORD),
      JWT_SECRET,
      DATA_KEY,
      LOG_LEVEL: 'trace',
      WEBHOOK_ALLOW: receiver.place,
      WEBHOOK_RETRY_SECONDS: '1',
    });
  }, 60_000);
  afterAll(async () => {
    await service.end('SIGKILL');
    await postgres.stop();
    await receiver.stop();
  });

  const keep = (what: string, secret: string): string => {
    secrets.set(what, secret);
    return secret;
  };
  const call = <Body>(method: string, path: string, token?: string, body?: unknown): Promise<Reply<Body>> =>
    service.call<Body>(method, `/api/${path}`, token, body);

  /** Everything that has a person or a secret in it, done. @returns who enrolled, and the code that brought them */
  async function life(): Promise<{ id: string; slug: string; code: string }> {
    const issuer = new TokenIssuerService({ secret: JWT_SECRET, issuer: ISSUER });
    const platform = keep('platform token', issuer.issue({ audience: 'platform', subject: 'ops' }));
    const slug = 'acme-waste';
    const { body: tenant } = await call<TenantAnswer>('POST', 'tenants', platform, { slug, name: 'Acme' });
    const ofTenant = { subject: 'usr_test', tenantId: tenant.id };
    admin = keep('admin token', issuer.issue({ audience: 'tenant-admin', ...ofTenant }));
    await call('PUT', 'referrals/config', admin, GIVE_TEN_GET_TEN);
    const john = keep('customer token', issuer.issue({ audience: 'customer', ...ofTenant, subject: 'john' }));
    const person = { id: 'john', name: 'John Winterbottom', email: 'j.winterbottom@example.com' };
    keep('another name', 'Winterbottom');
    await call('POST', 'customers', admin, person);
    const { body: key } = await call<NewApiKeyAnswer>('POST', 'api-keys', admin, {
      name: 'K',
      scopes: ['admin'],
    });
    keep('API key', key.key);
    const hook = { url: `${receiver.url}?token=telling-url`, events: ['*'] };
    keep('address of a webhook', 'telling-url');
    const { body: webhook } = await call<WebhookSecretAnswer>('POST', 'webhooks', admin, hook);
    keep('webhook secret', webhook.secret);
    const { body: mine } = await call<MyCodeAnswer>('GET', 'referrals/my-code', john);
    const enrollment = { tenant_slug: slug, ...ZOE, referral_code: mine.referral_code };
    const { status: made, body } = await call<EnrollmentAnswer>('POST', 'enrollments', undefined, enrollment);
    expect(made).toBe(201);
    const grant = { amount_cents: 500, reason: REASON };
    expect((await call('POST', 'customers/john/credit/adjustments', key.key, grant)).status).toBe(201);
    expect((await call('GET', `customers?q=${encodeURIComponent(ZOE.email)}`, admin)).status).toBe(200);
    return { id: body.customer_id, slug, code: mine.referral_code };
  }

  /** What is refused, in each way there is. */
  async function refusals(slug: string): Promise<void> {
    const person = { tenant_slug: slug, ...ZOE };
    expect((await call('POST', 'enrollments', undefined, person)).status).toBe(409);
    expect((await call('POST', 'enrollments', undefined, { ...person, email: 'Quillfeather' })).status).toBe(
      422,
    );
    expect((await call('GET', 'customers', `${admin}x`)).status).toBe(401);
    expect((await call('GET', 'customers', `${secrets.get('API key') ?? ''}x`)).status).toBe(401);
    expect((await call('GET', `customers/${ZOE.email}?q=Quillfeather`, admin)).status).toBe(404);
    const raw = await fetch(`${service.url}/api/enrollments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"name": "${ZOE.name}", `,
    });
    expect(raw.status).toBe(400);
  }

  /** A statement that fails with a person among its values, and a database that is not there. */
  async function failures(id: string, slug: string): Promise<void> {
    await postgres.sql(`alter table customer add constraint telling check (name <> 'Zoe Quillfeather II')`);
    const renamed = { name: `${ZOE.name} II`, phone: ZOE.phone };
    expect((await call('PATCH', `customers/${id}`, admin, renamed)).status).toBe(500);
    await postgres.crash();
    expect((await call('POST', 'enrollments', undefined, { tenant_slug: slug, ...ZOE })).status).toBe(503);
    expect((await call('PATCH', `customers/${id}`, admin, ZOE)).status).toBe(503);
    await postgres.startAgain();
    await eventually(async () => (await service.call('GET', '/health/ready')).status === 200);
  }

  it('holds no name, address, number, token, key or secret', async () => {
    const { id, slug } = await life();
    await eventually(() => receiver.calls.length > 0);
    await refusals(slug);
    await failures(id, slug);
    expect((await call('GET', `customers/${id}/export`, admin)).status).toBe(200);
    expect((await call('DELETE', `customers/${id}`, admin)).status).toBe(204);
    const { stdout, stderr } = await service.stop();
    // Moments and processes are numbers of their own, and hold any four digits now and then.
    const said = `${stdout}${stderr}`.replace(/"(time|pid)":\d+/g, '');
    expect(stderr.split('\n').length).toBeGreaterThan(5); // it does talk
    expect(stderr).toContain('telling'); // the constraint's name, and so the failure: but not its values
    const pieces = [
      ...secrets.entries(),
      ['a piece of a name', 'Quillfeather'],
      ['a piece of a number', '4711'],
    ];
    expect(pieces.filter(([, secret = '']) => said.includes(secret)).map(([what]) => what)).toEqual([]);
  }, 60_000);
});
