import type { Page } from '../../src/core/http/page.js';
import type { EventFeedAnswer } from '../../src/events/feed/event.dto.js';
import type { WebhookAnswer, WebhookSecretAnswer } from '../../src/events/webhook/webhook.dto.js';
import { type Reply, TestApp } from '../support/app.js';
import { aPromo, aTenant, aWebhook, atOnce, statuses, type TestTenant } from '../support/factories.js';
import { Receiver, verified } from '../support/receiver.js';
import { expectInvalid, expectProblem, inVain, pagesOf, without } from './expectations.js';
import { deliver, deliveriesOf } from './webhook-scene.js';

const PATH = '/api/webhooks';
const DAY_MS = 24 * 60 * 60_000;

describe('/api/webhooks', () => {
  let app: TestApp;
  let receiver: Receiver;
  let tenant: TestTenant;

  beforeAll(async () => {
    receiver = await Receiver.start();
    app = await TestApp.start({ webhooks: { allow: [receiver.place] } });
  });
  beforeEach(async () => {
    tenant = await aTenant(app);
    receiver.clear();
  });
  afterAll(async () => {
    await app.stop();
    await receiver.stop();
  });

  const create = (body: object): Promise<Reply<WebhookSecretAnswer>> =>
    app.post<WebhookSecretAnswer>(PATH, body, tenant.admin);
  const read = async (id: string): Promise<WebhookAnswer> =>
    (await app.get<WebhookAnswer>(`${PATH}/${id}`, tenant.admin)).body;
  const here = (events = ['promo.created']): Promise<WebhookSecretAnswer> =>
    aWebhook(app, tenant, { url: receiver.url, events });

  describe('create', () => {
    it('shows the secret only once', async () => {
      const { status, body } = await create({ url: receiver.url, events: ['*'] });
      expect(status).toBe(201);
      expect(body).toEqual({
        id: expect.stringMatching(/^whk_[0-9a-z]{26}$/) as string,
        url: receiver.url,
        events: ['*'],
        description: null,
        active: true,
        disabled_reason: null,
        previous_secret_until: null,
        created_at: body.created_at,
        secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/) as string,
      });
      expect(await read(body.id)).toEqual(without(body, 'secret'));
      const { body: page } = await app.get<Page<WebhookAnswer>>(PATH, tenant.admin);
      expect(page.data).toEqual([without(body, 'secret')]);
    });

    it('keeps the secret sealed', async () => {
      const { secret } = await here();
      const rows = JSON.stringify(await app.database.sql('select * from webhook_endpoint'));
      expect(rows).not.toContain(secret.slice('whsec_'.length));
    });

    it.each([
      ['http://8.8.8.8/', 'https_only'],
      ['https://user:secret@8.8.8.8/', 'credentials_in_url'],
      ['https://8.8.8.8/#here', 'fragment_in_url'],
      ['https://169.254.169.254/latest/meta-data', 'address_not_allowed'],
      ['https://0x7f.1/', 'address_not_allowed'],
      ['https://[::ffff:169.254.169.254]/', 'address_not_allowed'],
      ['https://localhost/', 'address_not_allowed'],
      ['hook', 'invalid_url'],
    ])('refuses %s: %s', async (url, code) => {
      const reply = await inVain(app, () => create({ url, events: ['*'] }));
      expect(expectInvalid(reply, 'url').errors).toMatchObject([{ code }]);
    });

    it('accepts a name that can’t be resolved yet', async () => {
      expect((await create({ url: 'https://not-yet.invalid/hook', events: ['*'] })).status).toBe(201);
    });

    it('allows twenty per tenant, even when more are added at once', async () => {
      const replies = await atOnce(30, () => create({ url: receiver.url, events: ['*'] }));
      expect(statuses(replies)).toEqual({ 201: 20, 409: 10 });
      expectProblem(await create({ url: receiver.url, events: ['*'] }), 409, 'too_many_webhooks');
    });
  });

  describe('change', () => {
    it('changes only the given fields', async () => {
      const before = await here();
      const change = (body: object): Promise<Reply<WebhookAnswer>> =>
        app.patch<WebhookAnswer>(`${PATH}/${before.id}`, body, tenant.admin);
      const kept = without(before, 'secret');
      expect((await change({})).body).toEqual(kept);
      expect((await change({ description: 'ours' })).body).toEqual({ ...kept, description: 'ours' });
      expect((await change({ description: null, events: ['*'] })).body).toEqual({ ...kept, events: ['*'] });
      expect((await change({ url: 'https://8.8.4.4/' })).body).toMatchObject({ url: 'https://8.8.4.4/' });
      const refused = await inVain(app, () => change({ url: 'https://10.0.0.1/' }));
      expectInvalid(refused, 'url');
    });

    it('sends nothing to an inactive webhook, and discards its pending deliveries', async () => {
      const webhook = await here();
      await aPromo(app, tenant);
      receiver.answering = ({ answer }) => answer.writeHead(500).end();
      await deliver(app, tenant);
      receiver.answering = ({ answer }) => answer.end();
      await app.patch(`${PATH}/${webhook.id}`, { active: false }, tenant.admin);
      await aPromo(app, tenant);
      await deliver(app, tenant);
      expect(receiver.calls).toHaveLength(1);
      expect(await deliveriesOf(app, tenant, webhook.id)).toMatchObject([
        { status: 'discarded', attempts: 1, next_attempt_at: null, last_status: 500 },
      ]);
      const test = await app.post(`${PATH}/${webhook.id}/test`, undefined, tenant.admin);
      expectProblem(test, 409, 'webhook_inactive');
    });
  });

  it('removes a webhook and its deliveries', async () => {
    const webhook = await here();
    await aPromo(app, tenant);
    await deliver(app, tenant);
    expect((await app.delete(`${PATH}/${webhook.id}`, tenant.admin)).status).toBe(204);
    expectProblem(await app.get(`${PATH}/${webhook.id}`, tenant.admin), 404, 'webhook_not_found');
    expectProblem(await app.get(`${PATH}/${webhook.id}/deliveries`, tenant.admin), 404, 'webhook_not_found');
    expect(await app.database.count('webhook_delivery where tenant_id = $1', [tenant.id])).toBe(0);
    await aPromo(app, tenant);
    await deliver(app, tenant);
    expect(receiver.calls).toHaveLength(1);
  });

  it('sends the events of the feed with their ids, signed', async () => {
    const { secret } = await here(['promo.created']);
    const promo = await aPromo(app, tenant);
    await deliver(app, tenant);
    const { body } = await app.get<EventFeedAnswer>('/api/events?type=promo.created', tenant.admin);
    const [event] = body.data;
    const [call] = receiver.calls;
    expect(receiver.calls).toHaveLength(1);
    expect(call?.body).toEqual(Object.assign({ timestamp: promo.created_at }, event));
    expect(call?.headers).toMatchObject({ 'webhook-id': event?.id, 'content-type': 'application/json' });
    expect(call && verified(secret, call)).toEqual(call?.body);
    expect(() => call && verified(`whsec_${Buffer.alloc(32).toString('base64')}`, call)).toThrow('signature');
  });

  it('signs with the former and the new secret for a day after a rotation', async () => {
    const webhook = await here();
    const rotated = await app.post<WebhookSecretAnswer>(
      `${PATH}/${webhook.id}/rotate-secret`,
      undefined,
      tenant.admin,
    );
    expect(rotated.status).toBe(200);
    expect(rotated.body.secret).not.toBe(webhook.secret);
    const overlap = new Date(rotated.body.previous_secret_until ?? '').getTime() - Date.now();
    expect(Math.abs(overlap - DAY_MS)).toBeLessThan(60_000);
    await aPromo(app, tenant);
    await deliver(app, tenant);
    await app.database.sql(
      `update webhook_endpoint set previous_secret_until = now() - interval '1 second' where id = $1`,
      [webhook.id],
    );
    await aPromo(app, tenant);
    await deliver(app, tenant);
    const [during, after] = receiver.calls;
    if (during === undefined || after === undefined) throw new Error('Two calls were expected.');
    expect(during.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/);
    for (const secret of [webhook.secret, rotated.body.secret]) verified(secret, during);
    expect(after.headers['webhook-signature']).toMatch(/^v1,\S+$/);
    verified(rotated.body.secret, after);
    expect(() => verified(webhook.secret, after)).toThrow('signature');
  });

  it('sends a test, which is not in the feed', async () => {
    const { id, secret } = await here(['reward.voided']);
    const { status, body } = await app.post(`${PATH}/${id}/test`, undefined, tenant.admin);
    expect([status, body]).toEqual([200, { deliveries: 1 }]);
    await deliver(app, tenant);
    const [call] = receiver.calls;
    expect(call && verified(secret, call)).toMatchObject({
      type: 'webhook.test',
      sequence: null,
      data: { webhook_id: id },
    });
    expect(await deliveriesOf(app, tenant, id)).toMatchObject([
      { kind: 'test', type: 'webhook.test', event_id: call?.id, status: 'delivered', last_status: 200 },
    ]);
  });

  describe('replay', () => {
    it('sends the subscribed events of a range again with their ids', async () => {
      const { id } = await here(['promo.created']);
      for (let promo = 0; promo < 4; promo++) await aPromo(app, tenant); // 2 to 5; 1 is the program
      await deliver(app, tenant);
      const first = receiver.calls.map(({ body }) => body);
      expect(first.map(({ sequence }) => sequence).toSorted()).toEqual([2, 3, 4, 5]);
      receiver.clear();
      const range = { from_sequence: 1, to_sequence: 3 };
      const { body } = await app.post(`${PATH}/${id}/replay`, range, tenant.admin);
      expect(body).toEqual({ deliveries: 2 });
      await deliver(app, tenant);
      const again = receiver.calls.map((call) => call.body).toSorted((a, b) => a.sequence - b.sequence);
      expect(again).toEqual(
        first.filter(({ sequence }) => sequence <= 3).toSorted((a, b) => a.sequence - b.sequence),
      );
      const open = await app.post(`${PATH}/${id}/replay`, { from_sequence: 5 }, tenant.admin);
      expect(open.body).toEqual({ deliveries: 1 });
    });

    it.each([
      [{ from_sequence: 3, to_sequence: 2 }, 'empty_range'],
      [{ from_sequence: 1, to_sequence: 10_001 }, 'range_too_long'],
    ])('refuses %j: %s', async (range, code) => {
      const { id } = await here();
      const reply = await inVain(app, () => app.post(`${PATH}/${id}/replay`, range, tenant.admin));
      expect(expectInvalid(reply, 'to_sequence').errors).toMatchObject([{ code }]);
    });
  });

  it('lists deliveries by status, newest first', async () => {
    const { id } = await here();
    for (let promo = 0; promo < 3; promo++) await aPromo(app, tenant);
    await deliver(app, tenant);
    const path = `${PATH}/${id}/deliveries`;
    const pages = await pagesOf<{ sequence: number }>(app, path, tenant.admin);
    expect(pages.flat()).toHaveLength(3);
    expect(await deliveriesOf(app, tenant, id, '&status=delivered')).toHaveLength(3);
    expect(await deliveriesOf(app, tenant, id, '&status=failed')).toEqual([]);
    expectInvalid(await app.get(`${path}?status=lost`, tenant.admin), 'status');
  });
});
