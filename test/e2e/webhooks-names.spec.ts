import dns from 'node:dns';
import { setTimeout } from 'node:timers/promises';
import type { WebhookSecretAnswer } from '../../src/events/webhook/webhook.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { aTenant, type TestTenant } from '../support/factories.js';
import { expectInvalid } from './expectations.js';

const PATH = '/api/webhooks';
const NAMED = 'https://hooks.example/';
const SLOW_MS = 500;
const WAITING = `pg_stat_activity where datname = current_database() and state = 'idle in transaction'
  and clock_timestamp() - state_change > interval '100 milliseconds'`;

describe('a webhook with a name that resolves slowly', () => {
  const app = useTestApp();
  let tenant: TestTenant;
  /** The address of the name; empty if it can't be resolved. */
  let address: string;
  let lookups: jest.SpyInstance;

  beforeEach(async () => {
    tenant = await aTenant(app);
    address = '8.8.8.8';
    const resolver = dns.promises.Resolver.prototype;
    jest.spyOn(resolver, 'resolve6').mockRejectedValue(new Error('ENODATA'));
    lookups = jest.spyOn(resolver, 'resolve4').mockImplementation(async () => {
      await setTimeout(SLOW_MS);
      if (address === '') throw new Error('ENOTFOUND');
      return [address];
    });
  });
  afterEach(() => jest.restoreAllMocks());

  const keyed = (body: object): Promise<Reply<WebhookSecretAnswer>> =>
    app.call('POST', PATH, { token: tenant.admin, body, headers: { 'idempotency-key': 'slow' } });

  /** Returns the maximum number of idle transactions seen during the work. */
  async function mostWaitingDuring(work: Promise<unknown>): Promise<number> {
    let most = 0;
    while (await Promise.race([work.then(() => false), setTimeout(20, true)])) {
      most = Math.max(most, await app.database.count(WAITING));
    }
    return most;
  }

  it('keeps no transaction waiting, even with an Idempotency-Key', async () => {
    const creating = keyed({ url: NAMED, events: ['*'] });
    expect(await mostWaitingDuring(creating)).toBe(0);
    const { status, body } = await creating;
    expect(status).toBe(201);
    const changing = app.patch(`${PATH}/${body.id}`, { url: `${NAMED}other` }, tenant.admin);
    expect(await mostWaitingDuring(changing)).toBe(0);
    expect((await changing).status).toBe(200);
    expect(lookups).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['is gone', ''],
    ['resolves to a forbidden address', '10.0.0.1'],
  ])('gets the original response to a repeated request, although the name %s by then', async (_, later) => {
    const webhook = { url: NAMED, events: ['*'] };
    const { status, body } = await keyed(webhook);
    expect(status).toBe(201);
    address = later;
    const again = await keyed(webhook);
    expect(again).toMatchObject({ status: 201, body });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });

  it('is refused together with other errors, and can be sent again when the name resolves elsewhere', async () => {
    address = '10.0.0.1';
    expectInvalid(await keyed({ url: NAMED, events: ['nothing'] }), 'events');
    const webhook = { url: NAMED, events: ['*'] };
    const refused = expectInvalid(await keyed(webhook), 'url');
    expect(refused.errors).toMatchObject([{ code: 'address_not_allowed' }]);
    address = '8.8.8.8';
    const { status, body } = await keyed(webhook);
    expect(status).toBe(201);
    address = '10.0.0.1';
    const changed = await app.patch(`${PATH}/${body.id}`, { url: NAMED }, tenant.admin);
    expect(expectInvalid(changed, 'url').errors).toMatchObject([{ code: 'address_not_allowed' }]);
  });
});
