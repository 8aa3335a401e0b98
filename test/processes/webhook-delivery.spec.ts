import { setTimeout as sleep } from 'node:timers/promises';
import { SERVICE_ROLE } from '../../src/core/database/tenant-scope.js';
import { EventDrainService } from '../../src/core/outbox/event-drain.service.js';
import { WebhookDispatcherService } from '../../src/events/webhook/webhook-dispatcher.service.js';
import { deliver, deliveriesOf, waitsAreOver } from '../e2e/webhook-scene.js';
import { SECRET, TestApp } from '../support/app.js';
import { aPromo, aTenant, aWebhook, type TestTenant } from '../support/factories.js';
import { CommandProcess, eventually, ServiceProcess } from '../support/process.js';
import { Receiver, status, verified } from '../support/receiver.js';

const EVENTS = 25;

describe('webhooks', () => {
  let app: TestApp;
  let receiver: Receiver;
  let slow: Receiver;
  let tenant: TestTenant;
  const processes: { end(signal: NodeJS.Signals): Promise<unknown> }[] = [];

  beforeEach(async () => {
    receiver = await Receiver.start();
    slow = await Receiver.start();
    slow.answering = () => undefined;
    app = await TestApp.start({ webhooks: { allow: [receiver.place, slow.place] } });
    tenant = await aTenant(app);
  });
  afterEach(async () => {
    await Promise.all(processes.splice(0).map((each) => each.end('SIGKILL')));
    await app.nest.get(WebhookDispatcherService).stop();
    await app.stop();
    await receiver.stop();
    await slow.stop();
  });

  const settings = (): Record<string, string> => ({
    DATABASE_URL: app.database.urlAs(SERVICE_ROLE),
    JWT_SECRET: SECRET,
    WEBHOOK_ALLOW: `${receiver.place},${slow.place}`,
    WEBHOOK_RETRY_SECONDS: '1,1,1,1,1,1,1,1,1',
    LOG_LEVEL: 'error',
  });

  async function aService(extra: Record<string, string> = {}): Promise<ServiceProcess> {
    const service = await ServiceProcess.start({ ...settings(), ...extra });
    processes.push(service);
    return service;
  }

  async function aWorker(): Promise<CommandProcess> {
    const worker = new CommandProcess(['worker'], settings());
    processes.push(worker);
    await eventually(() => worker.stderr.includes('the worker is running'), 20_000);
    return worker;
  }

  /** A fact that a process makes known itself. */
  const promoBy = async (service: ServiceProcess, code: string): Promise<void> => {
    const promo = { code, discount_type: 'discount_percent', discount_value: 10 };
    expect((await service.call('POST', '/api/promos', tenant.admin, promo)).status).toBe(201);
  };

  const expectEachOnceOrMore = async (secret: string): Promise<void> => {
    const facts = await app.database.sql<{ id: string }>(
      `select id from outbox_event where tenant_id = $1 and type = 'promo.created'`,
      [tenant.id],
    );
    expect([...new Set(receiver.ids)].toSorted()).toEqual(facts.map(({ id }) => id).toSorted());
    for (const call of receiver.calls) verified(secret, call);
  };

  it('arrive by themselves within a second or two of the fact', async () => {
    await aWebhook(app, tenant, { url: receiver.url, events: ['promo.created'] });
    const service = await aService();
    const started = performance.now();
    await promoBy(service, 'ONE');
    await eventually(() => receiver.calls.length === 1);
    expect(performance.now() - started).toBeLessThan(4000);
  });

  it('of two services and two workers: each event arrives, and each delivery is made once', async () => {
    const { id, secret } = await aWebhook(app, tenant, { url: receiver.url, events: ['promo.created'] });
    let failing = 5;
    receiver.answering = ({ answer }) => answer.writeHead(failing-- > 0 ? 500 : 200).end();
    const [first, second] = [await aService(), await aService()];
    await Promise.all([aWorker(), aWorker()]);
    for (let event = 0; event < EVENTS; event++) await promoBy(event % 2 === 0 ? first : second, `P${event}`);
    await eventually(
      async () => (await deliveriesOf(app, tenant, id, '&status=delivered')).length === EVENTS,
      30_000,
      100,
    );
    await expectEachOnceOrMore(secret);
    expect(receiver.calls).toHaveLength(EVENTS + 5);
    expect(await deliveriesOf(app, tenant, id)).toHaveLength(EVENTS);
  }, 90_000);

  it('are sent by a worker when the service has its jobs switched off, and the worker ends on SIGTERM', async () => {
    await aWebhook(app, tenant, { url: receiver.url, events: ['promo.created'] });
    const service = await aService({ JOBS: '0' });
    await promoBy(service, 'ONE');
    await sleep(1000);
    expect(receiver.calls).toEqual([]);
    const worker = await aWorker();
    await eventually(() => receiver.calls.length === 1);
    void worker.end('SIGTERM');
    expect(await worker.endsWithin(10_000)).toMatchObject({ code: 0, signal: null });
  }, 60_000);

  it('of one tenant are not delayed by a slow receiver of another', async () => {
    const other = await aTenant(app);
    for (let count = 0; count < 10; count++) {
      await aWebhook(app, other, { url: slow.url, events: ['promo.created'] });
    }
    for (let event = 0; event < 10; event++) await aPromo(app, other);
    const dispatcher = app.nest.get(WebhookDispatcherService);
    await app.nest.get(EventDrainService).drain(other.id);
    await dispatcher.wake(other.id);
    await eventually(() => slow.calls.length > 0);

    await aWebhook(app, tenant, { url: receiver.url, events: ['promo.created'] });
    await aPromo(app, tenant);
    const started = performance.now();
    await app.nest.get(EventDrainService).drain(tenant.id);
    await dispatcher.wake(tenant.id);
    await eventually(() => receiver.calls.length === 1);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(slow.calls.length).toBe(20); // of a hundred that are due: a tenant has so many calls at once
    await dispatcher.stop();
  });

  it('have four calls at one receiver at once, however often somebody is woken', async () => {
    await aWebhook(app, tenant, { url: slow.url, events: ['promo.created'] });
    for (let event = 0; event < 10; event++) await aPromo(app, tenant);
    await app.nest.get(EventDrainService).drain(tenant.id);
    await Promise.all(
      Array.from({ length: 6 }, () => app.nest.get(WebhookDispatcherService).wake(tenant.id)),
    );
    await eventually(() => slow.calls.length === 4);
    await sleep(200);
    expect(slow.calls).toHaveLength(4);
  });

  it('that are under way when a process stops are given back as if they had not been tried', async () => {
    const { id } = await aWebhook(app, tenant, { url: slow.url, events: ['promo.created'] });
    await aPromo(app, tenant);
    const delivering = deliver(app, tenant);
    await eventually(() => slow.calls.length === 1);
    await app.nest.get(WebhookDispatcherService).stop();
    await delivering;
    expect(await deliveriesOf(app, tenant, id)).toMatchObject([{ status: 'pending', attempts: 0 }]);
    expect(await app.database.count('webhook_delivery where leased_until is not null')).toBe(0);
  });

  it('that were under way when a process was killed are sent again by another', async () => {
    const { id, secret } = await aWebhook(app, tenant, { url: receiver.url, events: ['promo.created'] });
    receiver.answering = () => undefined;
    const killed = await aService();
    await promoBy(killed, 'ONE');
    await eventually(() => receiver.calls.length === 1);
    await killed.end('SIGKILL');
    receiver.answering = status(200);
    await waitsAreOver(app); // as the lease does after half a minute
    await aService();
    await eventually(async () => (await deliveriesOf(app, tenant, id, '&status=delivered')).length === 1);
    expect(receiver.calls).toHaveLength(2);
    await expectEachOnceOrMore(secret);
  }, 60_000);

  it('are not lost when a process is killed between a fact and its number', async () => {
    const { secret } = await aWebhook(app, tenant, { url: receiver.url, events: ['promo.created'] });
    await aPromo(app, tenant); // by an application that does not number
    await aService();
    await eventually(() => receiver.calls.length === 1);
    await expectEachOnceOrMore(secret);
  });
});
