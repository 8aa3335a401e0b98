import dns from 'node:dns';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  DeliveryAnswer,
  WebhookAnswer,
  WebhookSecretAnswer,
} from '../../src/events/webhook/webhook.dto.js';
import { WEBHOOK_OPTIONS } from '../../src/events/webhook/webhook-options.js';
import { WebhookDispatcherService } from '../../src/events/webhook/webhook-dispatcher.service.js';
import { type Attempt, WebhookSenderService } from '../../src/events/webhook/webhook-sender.service.js';
import { TestApp } from '../support/app.js';
import { aPromo, aTenant, aWebhook, type TestTenant } from '../support/factories.js';
import { type Answering, Receiver, status, verified } from '../support/receiver.js';
import { eventsOf, expectInvalid } from './expectations.js';
import { deliver, deliveriesOf, waitsAreOver } from './webhook-scene.js';

/** Ten attempts, as by default, with a shorter time limit. */
const RETRY_SECONDS = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];
const TIMEOUT_MS = 500;

describe('a webhook that can’t be delivered', () => {
  let app: TestApp;
  let receiver: Receiver;
  let other: Receiver;
  let tenant: TestTenant;
  let webhook: WebhookSecretAnswer;

  beforeAll(async () => {
    receiver = await Receiver.start();
    other = await Receiver.start();
    const allow = [receiver.place, 'none.invalid:80'];
    app = await TestApp.start({
      webhooks: { allow, retrySeconds: RETRY_SECONDS, timeoutMs: TIMEOUT_MS },
    });
  });
  beforeEach(async () => {
    tenant = await aTenant(app);
    webhook = await aWebhook(app, tenant, { url: receiver.url, events: ['promo.created'] });
    receiver.clear();
    other.clear();
    await aPromo(app, tenant);
  });
  afterAll(async () => {
    await app.stop();
    await receiver.stop();
    await other.stop();
  });

  async function tryOnce(answering: Answering): Promise<DeliveryAnswer | undefined> {
    receiver.answering = answering;
    await deliver(app, tenant);
    return (await deliveriesOf(app, tenant, webhook.id))[0];
  }

  const secondsLeft = (delivery?: DeliveryAnswer): number =>
    (new Date(delivery?.next_attempt_at ?? '').getTime() - Date.now()) / 1000;

  it.each<[string, Answering, number | null, string]>([
    ['answers 500', status(500), 500, 'http_error'],
    ['answers 404', status(404), 404, 'http_error'],
    ['answers 429', status(429), 429, 'http_error'],
    ['answers 304', status(304), 304, 'redirect'],
    ['hangs up', ({ request }) => request.socket.destroy(), null, 'connection_failed'],
    [
      'hangs up in the middle',
      ({ answer }) => answer.writeHead(200, { 'content-length': '9' }).write('x', () => answer.destroy()),
      null,
      'connection_failed',
    ],
    ['answers nonsense', ({ request }) => request.socket.end('nonsense\r\n\r\n'), null, 'connection_failed'],
    ['never answers', () => undefined, null, 'timeout'],
    ['never ends its answer', ({ answer }) => answer.writeHead(200).write('x'), null, 'timeout'],
    [
      'never ends its headers',
      ({ request }) => request.socket.write('HTTP/1.1 200 OK\r\nx-a: b\r\n'),
      null,
      'timeout',
    ],
  ])('because the receiver %s is tried again', async (_, answering, last_status, last_error) => {
    const started = performance.now();
    const delivery = await tryOnce(answering);
    expect(performance.now() - started).toBeLessThan(TIMEOUT_MS + 1500);
    expect(delivery).toMatchObject({ status: 'pending', attempts: 1, last_status, last_error });
    expect(secondsLeft(delivery)).toBeGreaterThan(1);
    expect(secondsLeft(delivery)).toBeLessThan(5 * 1.15 + 0.5);
    await waitsAreOver(app);
    expect(await tryOnce(status(204))).toMatchObject({
      status: 'delivered',
      attempts: 2,
      next_attempt_at: null,
      last_status: 204,
      last_error: null,
    });
  });

  it('ends with an endless response after reading a little of it', async () => {
    const endless: Answering = ({ answer }) => {
      const more = setInterval(() => answer.write('x'.repeat(1000)), 5);
      answer.writeHead(200).on('close', () => {
        clearInterval(more);
      });
    };
    expect(await tryOnce(endless)).toMatchObject({ status: 'delivered', last_status: 200 });
  });

  it('is sent again with the same id and text, and a new signature', async () => {
    await tryOnce(status(500));
    await waitsAreOver(app);
    await sleep(1100); // a signature tells its second
    await tryOnce(status(200));
    const [first, second] = receiver.calls;
    if (first === undefined || second === undefined) throw new Error('Two calls were expected.');
    expect([second.id, second.text]).toEqual([first.id, first.text]);
    expect(second.headers['webhook-timestamp']).not.toBe(first.headers['webhook-timestamp']);
    for (const call of receiver.calls) verified(webhook.secret, call);
  });

  it('fails after ten attempts; the webhook stays active and gets later events', async () => {
    for (let attempt = 1; attempt <= 10; attempt++) {
      const delivery = await tryOnce(status(503));
      expect(delivery).toMatchObject({ status: attempt < 10 ? 'pending' : 'failed', attempts: attempt });
      const planned = RETRY_SECONDS[attempt - 1] ?? 0;
      const left = delivery?.next_attempt_at === null ? 0 : secondsLeft(delivery);
      expect(Math.abs(left - planned)).toBeLessThan(planned * 0.15 + 2);
      await waitsAreOver(app);
    }
    await tryOnce(status(200));
    expect(receiver.calls).toHaveLength(10);
    await aPromo(app, tenant);
    await deliver(app, tenant);
    expect(receiver.calls).toHaveLength(11);
  });

  it.each([
    ['120', 120],
    ['1', 5],
    ['999999999', 86_400],
  ])('waits as the receiver asks: Retry-After %s', async (header, seconds) => {
    const delivery = await tryOnce(status(503, { 'retry-after': header }));
    expect(Math.abs(secondsLeft(delivery) - seconds)).toBeLessThan(3);
  });

  it('waits until the date of Retry-After', async () => {
    const date = new Date(Date.now() + 600_000).toUTCString();
    const delivery = await tryOnce(status(429, { 'retry-after': date }));
    expect(Math.abs(secondsLeft(delivery) - 600)).toBeLessThan(5);
  });

  it('follows no redirect', async () => {
    const delivery = await tryOnce(status(307, { location: other.url }));
    expect(delivery).toMatchObject({ status: 'pending', last_status: 307, last_error: 'redirect' });
    expect(other.calls).toEqual([]);
  });

  it('because the receiver is gone (410) deactivates the webhook, appends an event, and discards pending deliveries', async () => {
    await tryOnce(status(500));
    await aPromo(app, tenant);
    const deliveries = async (): Promise<unknown[]> =>
      (await deliveriesOf(app, tenant, webhook.id)).map((one) => [one.status, one.last_error]);
    await tryOnce(status(410));
    expect(await deliveries()).toEqual([
      ['discarded', 'http_error'],
      ['failed', 'gone'],
    ]);
    const path = `/api/webhooks/${webhook.id}`;
    const { body } = await app.get<WebhookAnswer>(path, tenant.admin);
    expect(body).toMatchObject({ active: false, disabled_reason: 'gone' });
    expect((await eventsOf(app, tenant)).filter((type) => type === 'webhook.disabled')).toHaveLength(1);
    const { body: again } = await app.patch<WebhookAnswer>(path, { active: true }, tenant.admin);
    expect(again).toMatchObject({ active: true, disabled_reason: null });
  });

  it('is not sent to a forbidden address that the name resolves to only after the webhook was added', async () => {
    for (const url of ['https://localhost/hook', 'https://127.0.0.1/hook', other.url, 'http://8.8.8.8/']) {
      await app.database.sql('update webhook_endpoint set url = $1 where id = $2', [url, webhook.id]);
      expect(await tryOnce(status(200))).toMatchObject({
        status: 'pending',
        last_status: null,
        last_error: 'address_not_allowed',
      });
      await waitsAreOver(app);
    }
    expect([...receiver.calls, ...other.calls]).toEqual([]);
  });

  it('is attempted again if the name can’t be resolved', async () => {
    await app.database.sql('update webhook_endpoint set url = $1 where id = $2', [
      'http://none.invalid/',
      webhook.id,
    ]);
    const { last_error } = (await tryOnce(status(200))) ?? {};
    expect(['name_not_resolved', 'timeout']).toContain(last_error); // the second where no resolver answers
  });

  it('ignores the result of a call that outlived its lease', async () => {
    receiver.answering = status(500);
    await deliver(app, tenant);
    const [before] = await deliveriesOf(app, tenant, webhook.id);
    const late = { delivery_id: before?.id ?? '', attempts: 0, endpoint_id: webhook.id } as never;
    await app.nest
      .get(WebhookDispatcherService)
      .record(tenant.id, late, { status: 200, error: null, retryAfterMs: 0 });
    expect(await deliveriesOf(app, tenant, webhook.id)).toEqual([before]);
  });

  describe('by a name', () => {
    afterEach(() => jest.restoreAllMocks());

    /** Mocks the addresses that name servers and this machine return for any name. */
    function resolvingTo(...addresses: string[]): jest.SpyInstance {
      const resolver = dns.promises.Resolver.prototype;
      jest.spyOn(resolver, 'resolve6').mockRejectedValue(new Error('ENODATA'));
      jest.spyOn(resolver, 'resolve4').mockResolvedValue(addresses);
      const all = addresses.map((address) => ({ address, family: 4 }));
      return jest.spyOn(dns.promises, 'lookup').mockResolvedValue(all as never);
    }
    const post = (url: string): Promise<Attempt> =>
      app.nest.get(WebhookSenderService).post(url, {}, '{}', new AbortController().signal);

    it('connects to the checked address of its only lookup', async () => {
      const lookup = resolvingTo('127.0.0.1');
      const { port } = new URL(receiver.url);
      receiver.answering = status(200);
      app.nest.get<{ allow: string[] }>(WEBHOOK_OPTIONS).allow.push(`hooks.invalid:${port}`);
      expect(await post(`http://hooks.invalid:${port}/`)).toMatchObject({ status: 200, error: null });
      expect(lookup).toHaveBeenCalledTimes(1);
      expect(receiver.calls[0]?.headers.host).toBe(`hooks.invalid:${port}`);
    });

    it.each([[['127.0.0.1']], [['8.8.8.8', '10.0.0.1']], [['169.254.169.254', '8.8.8.8']]])(
      'is not sent if any of its addresses is not public: %j',
      async (addresses) => {
        resolvingTo(...addresses);
        expect(await post('https://hooks.example/')).toMatchObject({ error: 'address_not_allowed' });
        const webhooks = { url: 'https://hooks.example/', events: ['*'] };
        expectInvalid(await app.post('/api/webhooks', webhooks, tenant.admin), 'url');
      },
    );

    it('is not sent if only this machine can resolve the name', async () => {
      const lookup = resolvingTo();
      lookup.mockResolvedValue([{ address: '127.0.0.1', family: 4 }] as never);
      expect(await post('https://database/')).toMatchObject({ error: 'name_not_resolved' });
      expect(lookup).not.toHaveBeenCalled();
    });
  });
});
