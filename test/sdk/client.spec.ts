import {
  answer,
  createClient,
  idempotencyKey,
  ifMatch,
  type ReferralsClient,
  versioned,
} from 'referrals-sdk';
import { everyItem } from 'referrals-sdk/pages';
import { ProblemError } from 'referrals-sdk/problem';
import { claimsOf, isExpired } from 'referrals-sdk/token';
import { verifyWebhook } from 'referrals-sdk/webhook';
import { newSecret, signedHeaders } from '../../src/events/webhook/webhook-signer.service.js';
import { useTestApp } from '../support/app.js';
import {
  aReferrer,
  aTenant,
  anEmail,
  enroll,
  type TestReferrer,
  type TestTenant,
} from '../support/factories.js';
import { Receiver, status } from '../support/receiver.js';

describe('the client', () => {
  const app = useTestApp();
  let tenant: TestTenant;
  let john: TestReferrer;
  let admin: ReferralsClient;
  let anybody: ReferralsClient;

  beforeAll(async () => {
    tenant = await aTenant(app);
    john = await aReferrer(app, tenant, { name: 'John Doe' });
    admin = createClient({ baseUrl: app.url, token: () => tenant.admin });
    anybody = createClient({ baseUrl: app.url });
  });

  it('does what the guide tells: the code, its validation, the enrollment, the list', async () => {
    const customer = createClient({ baseUrl: app.url, token: () => john.token });
    const { referral_code } = await answer(customer.GET('/api/referrals/my-code'));
    const place = { tenant_slug: tenant.slug, referral_code };
    expect(await answer(anybody.POST('/api/referrals/validate', { body: place }))).toEqual({
      valid: true,
      referrer_name: 'John Doe',
      referee_reward_type: 'discount_percent',
      referee_reward_value: 10,
    });
    const email = anEmail();
    const enrolled = await answer(
      anybody.POST('/api/enrollments', { body: { ...place, name: 'Jane Smith', email } }),
    );
    expect(enrolled.referral.status).toBe('applied');
    const list = await answer(admin.GET('/api/referrals', { params: { query: { q: email } } }));
    expect(list.data).toMatchObject([{ referrer_name: 'John Doe', referee_email: email }]);
  });

  it('names the version that a change is for, and gets the current one when it is another', async () => {
    const made = await versioned(
      admin.POST('/api/promos', {
        body: { code: 'SDK', discount_type: 'discount_percent', discount_value: 25 },
      }),
    );
    const change = (discount_value: number, etag: string | undefined): Promise<object> =>
      answer(
        admin.PATCH('/api/promos/{id}', {
          params: { path: { id: made.state.id }, header: ifMatch(etag) },
          body: { discount_value },
        }),
      );
    expect(made.etag).toBe('"1"');
    await change(30, made.etag);
    const problem = await change(35, made.etag).catch((error: unknown) => error);
    expect(problem).toMatchObject({
      status: 412,
      code: 'version_conflict',
      current: { code: 'SDK', discount_value: 30 },
      etag: '"2"',
    });
    expect(await change(35, (problem as ProblemError).etag)).toMatchObject({ discount_value: 35 });
    expect(await change(40, undefined)).toMatchObject({ discount_value: 40 });
  });

  it('reads a version that a proxy has made weak', async () => {
    const call = (etag?: string): Promise<{ data?: object; response: Response }> =>
      Promise.resolve({
        data: {},
        response: new Response('{}', etag === undefined ? {} : { headers: { etag } }),
      });
    expect((await versioned(call('W/"3"'))).etag).toBe('"3"');
    expect((await versioned(call('"3"'))).etag).toBe('"3"');
    expect((await versioned(call())).etag).toBeUndefined();
    expect(ifMatch('"3"')).toEqual({ 'If-Match': '"3"' });
    expect(ifMatch(undefined)).toEqual({});
  });

  it('throws what was refused, with its code and its fields', async () => {
    const refused = answer(admin.POST('/api/customers', { body: { name: 'Ada', email: 'no address' } }));
    const problem = await refused.catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ProblemError);
    expect(problem).toMatchObject({ status: 422, code: 'validation_failed' });
    expect((problem as ProblemError).requestId).toMatch(/^req_/);
    expect((problem as ProblemError).errorsOf('email')).toHaveLength(1);
    expect((problem as ProblemError).errorsOf('name')).toEqual([]);
  });

  it('asks for the token anew at each call, and calls without one where there is none', async () => {
    const tokens: string[] = [];
    const client = createClient({ baseUrl: app.url, token: () => tokens[0] });
    await expect(answer(client.GET('/api/referrals/config'))).rejects.toMatchObject({ status: 401 });
    tokens.push(tenant.admin);
    expect(await answer(client.GET('/api/referrals/config'))).toMatchObject({ referral_enabled: true });
  });

  it('enrolls once for one key, whoever sends it again', async () => {
    const body = { tenant_slug: tenant.slug, name: 'Jane Smith', email: anEmail() };
    const params = { header: { 'Idempotency-Key': idempotencyKey() } };
    const first = await answer(anybody.POST('/api/enrollments', { params, body }));
    expect(await answer(anybody.POST('/api/enrollments', { params, body }))).toEqual(first);
  });

  it('goes through a list page by page, and through no page that nobody needs', async () => {
    for (let friend = 0; friend < 5; friend++) await enroll(app, tenant, { referral_code: john.code });
    const cursors: (string | undefined)[] = [];
    const pageAt = (cursor?: string) => {
      cursors.push(cursor);
      const query = { limit: 2, referrer_customer_id: john.id, ...(cursor === undefined ? {} : { cursor }) };
      return answer(admin.GET('/api/referrals', { params: { query } }));
    };
    const ids = new Set<string>();
    for await (const { id } of everyItem(pageAt)) ids.add(id);
    const whole = await answer(
      admin.GET('/api/referrals', { params: { query: { referrer_customer_id: john.id } } }),
    );
    expect([...ids]).toEqual(whole.data.map(({ id }) => id));
    cursors.length = 0;
    for await (const item of everyItem(pageAt)) if (item.id !== '') break;
    expect(cursors).toHaveLength(1);
  });

  it('reads of a token whose it is and until when, and of rubbish nothing', () => {
    expect(claimsOf(john.token)).toMatchObject({ audience: 'customer', subject: john.id });
    expect(isExpired(john.token)).toBe(false);
    expect(isExpired(john.token, new Date(Date.now() + 13 * 3_600_000))).toBe(true);
    for (const rubbish of ['', 'a.b.c', 'e30.e30.e30', `x.${btoa('null')}.x`]) {
      expect([claimsOf(rubbish), isExpired(rubbish)]).toEqual([undefined, true]);
    }
  });

  it('believes a webhook that the service signed, and no other', () => {
    const secret = newSecret();
    const event = {
      id: 'evt_1',
      sequence: 1,
      type: 'promo.created',
      created_at: '2026-03-20T10:00:00.000Z',
      data: {},
    };
    const body = JSON.stringify(event);
    const headers = signedHeaders('evt_1', new Date(), body, [newSecret(), secret]);
    expect(verifyWebhook(secret, headers, body)).toEqual(event);
    expect(() => verifyWebhook(newSecret(), headers, body)).toThrow('No matching signature');
    expect(() => verifyWebhook(secret, headers, body.replace('evt_1', 'evt_2'))).toThrow(
      'No matching signature',
    );
  });
});

describe('the client of a service that is not well', () => {
  let receiver: Receiver;
  beforeEach(async () => (receiver = await Receiver.start()));
  afterEach(() => receiver.stop());

  const enrollWith = (client: ReferralsClient): Promise<unknown> =>
    answer(
      client.POST('/api/enrollments', { body: { tenant_slug: 'x', name: 'x', email: 'x@example.com' } }),
    );

  it('sends again what another moment may answer, each time with the same key', async () => {
    receiver.answering = ({ answer: reply, count }) => {
      if (count === 1) reply.destroy();
      else if (count === 2) reply.writeHead(503, { 'retry-after': '0' }).end();
      else reply.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"enr_1"}');
    };
    expect(await enrollWith(createClient({ baseUrl: receiver.url }))).toEqual({ id: 'enr_1' });
    const keys = receiver.calls.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('gives up after two more, and at once where the wait would be long', async () => {
    receiver.answering = status(503, { 'retry-after': '0' });
    await expect(enrollWith(createClient({ baseUrl: receiver.url }))).rejects.toMatchObject({
      status: 503,
      code: 'http_503',
      retryAfterSeconds: 0,
    });
    expect(receiver.calls).toHaveLength(3);
    receiver.answering = status(429, { 'retry-after': '60' });
    await expect(enrollWith(createClient({ baseUrl: receiver.url }))).rejects.toMatchObject({ status: 429 });
    expect(receiver.calls).toHaveLength(4);
  });

  it('sends nothing again that was called off', async () => {
    receiver.answering = () => undefined; // for ever
    const call = createClient({ baseUrl: receiver.url }).POST('/api/promos/validate', {
      body: { tenant_slug: 'x', promo_code: 'X' },
      signal: AbortSignal.timeout(200),
    });
    await expect(call).rejects.toThrow('aborted');
    expect(receiver.calls).toHaveLength(1);
  });
});
