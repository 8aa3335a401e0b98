import { IdempotencyService } from '../../src/edge/idempotency/idempotency.service.js';
import { GuessDetectorService } from '../../src/edge/rate-limit/guess-detector.service.js';
import type { PromoValidation } from '../../src/promo/promo.dto.js';
import { TestApp } from '../support/app.js';
import {
  anApiKey,
  anEmail,
  aPromo,
  aReferee,
  aReferrer,
  aTenant,
  aWebhook,
  enroll,
  type TestTenant,
} from '../support/factories.js';
import { Receiver, status } from '../support/receiver.js';
import { DAY_MS, foundAround, inDays, later, NOW, type Scene, SECOND_MS } from './boundaries.js';
import { countsOf, queueOf, saveRules } from './suspects.js';
import { deliver, deliveriesOf } from './webhook-scene.js';

/** Uses are counted in slots of ten seconds: one at the beginning of its slot counts for as long as any. */
const LIMIT_COUNTS_MS = 70 * SECOND_MS;
const GUESS_COUNTS_MS = 660 * SECOND_MS;
const HOUR_MS = 3600 * SECOND_MS;
const RETRY_SECONDS = 300;
const LEASE_MS = 30 * SECOND_MS;

describe('at the millisecond at which', () => {
  let app: TestApp;
  let receiver: Receiver;
  let tenant: TestTenant;

  beforeAll(async () => {
    receiver = await Receiver.start();
    app = await TestApp.start({
      webhooks: { allow: [receiver.place], retrySeconds: [RETRY_SECONDS] },
    });
  });
  afterAll(async () => {
    await app.stop();
    await receiver.stop();
  });

  /** What is found around a moment, each time at a tenant of its own. */
  const around = (setScene: () => Promise<Scene>): Promise<unknown[]> =>
    foundAround(app, async () => {
      tenant = await aTenant(app);
      return setScene();
    });

  describe.each([
    ['a promo begins', 'starts_at', [false, true, true]],
    ['a promo ends', 'ends_at', [true, false, false]],
  ] as const)('%s', (_, field, usable) => {
    const window = async (look: (code: string) => Promise<unknown>): Promise<Scene> => {
      const { code } = await aPromo(app, tenant, { [field]: inDays(1).toISOString() });
      return { moment: inDays(1), look: () => look(code) };
    };

    it('for who asks', async () => {
      const valid = async (promo_code: string): Promise<boolean> => {
        const question = { promo_code, tenant_slug: tenant.slug };
        return (await app.post<PromoValidation>('/api/promos/validate', question)).body.valid;
      };
      expect(await around(() => window(valid))).toEqual(usable);
    });

    it('for who enrolls', async () => {
      const applied = async (promo_code: string): Promise<boolean> =>
        (await enroll(app, tenant, { promo_code })).body.promo.status === 'applied';
      expect(await around(() => window(applied))).toEqual(usable);
    });
  });

  it("a rotated key's overlap ends", async () => {
    const scene = async (): Promise<Scene> => {
      const { id, key } = await anApiKey(app, tenant);
      await app.post(`/api/api-keys/${id}/rotate`, { overlap_seconds: 3600 }, tenant.admin);
      return { moment: later(HOUR_MS), look: async () => (await app.get('/api/promos', key)).status };
    };
    expect(await around(scene)).toEqual([200, 401, 401]);
  });

  describe('an idempotency key is forgotten', () => {
    const keyed = async (look: (post: () => Promise<string | null>) => Promise<unknown>): Promise<Scene> => {
      const person = { name: 'Ana', email: anEmail() };
      const post = async (): Promise<string | null> => {
        const call = { token: tenant.admin, body: person, headers: { 'idempotency-key': 'a-key' } };
        return (await app.call('POST', '/api/customers', call)).headers.get('idempotent-replayed');
      };
      await post();
      return { moment: later(DAY_MS), look: () => look(post) };
    };

    it('by whoever answers', async () => {
      expect(await around(() => keyed((post) => post()))).toEqual(['true', null, null]);
    });

    it('by the table', async () => {
      const kept = async (): Promise<number> => {
        await app.nest.get(IdempotencyService).purge(tenant.id);
        return app.database.count('idempotency_key where tenant_id = $1', [tenant.id]);
      };
      expect(await around(() => keyed(kept))).toEqual([1, 0, 0]);
    });
  });

  it.each([
    ['velocity_referrer', DAY_MS],
    ['velocity_address', HOUR_MS],
  ] as const)("%s's window ends", async (rule, window) => {
    const scene = async (): Promise<Scene> => {
      await saveRules(app, tenant, { [rule]: 'hold', [`${rule}_limit`]: 1 });
      const { code } = await aReferrer(app, tenant);
      await aReferee(app, tenant, { referral_code: code });
      const held = async (): Promise<number> => {
        await aReferee(app, tenant, { referral_code: code });
        return (await queueOf(app, tenant)).length;
      };
      return { moment: later(window), look: held };
    };
    expect(await around(scene)).toEqual([1, 0, 0]);
  });

  it('a rule has found nothing for 30 days', async () => {
    const scene = async (): Promise<Scene> => {
      await saveRules(app, tenant, { disposable_domain: 'observe' });
      const { code } = await aReferrer(app, tenant);
      await aReferee(app, tenant, {
        referral_code: code,
        email: `a-${anEmail().split('@')[0] ?? ''}@mailinator.com`,
      });
      return { moment: inDays(30), look: async () => (await countsOf(app, tenant)).length };
    };
    expect(await around(scene)).toEqual([1, 0, 0]);
  });

  describe('of a webhook', () => {
    const failing = async (): Promise<string> => {
      const { id } = await aWebhook(app, tenant, { url: receiver.url, events: ['promo.created'] });
      await aPromo(app, tenant);
      receiver.answering = status(500);
      await deliver(app, tenant);
      receiver.answering = status(200);
      return id;
    };
    const attempts = async (id: string): Promise<number | undefined> => {
      await deliver(app, tenant);
      return (await deliveriesOf(app, tenant, id))[0]?.attempts;
    };

    it('the next try is due', async () => {
      const scene = async (): Promise<Scene> => {
        const id = await failing();
        const [delivery] = await deliveriesOf(app, tenant, id);
        return { moment: new Date(delivery?.next_attempt_at ?? ''), look: () => attempts(id) };
      };
      expect(await around(scene)).toEqual([1, 2, 2]);
    });

    it("a dead process's lease runs out", async () => {
      const scene = async (): Promise<Scene> => {
        const id = await failing();
        await app.database.sql(
          'update webhook_delivery set next_attempt_at = $2, leased_until = $3 where tenant_id = $1',
          [tenant.id, NOW, later(LEASE_MS)],
        );
        return { moment: later(LEASE_MS), look: () => attempts(id) };
      };
      expect(await around(scene)).toEqual([1, 2, 2]);
    });

    it('the former secret ceases to sign', async () => {
      const scene = async (): Promise<Scene> => {
        const { id } = await aWebhook(app, tenant, { url: receiver.url, events: ['promo.created'] });
        await app.post(`/api/webhooks/${id}/rotate-secret`, undefined, tenant.admin);
        const signatures = async (): Promise<number | undefined> => {
          receiver.clear();
          await aPromo(app, tenant);
          await deliver(app, tenant);
          return receiver.calls[0]?.headers['webhook-signature']?.split(' ').length;
        };
        return { moment: later(DAY_MS), look: signatures };
      };
      expect(await around(scene)).toEqual([2, 1, 1]);
    });
  });

  // Last, because strategies of passport are those of the process: the keys of the application before are no good any more.
  describe('of the public', () => {
    let limited: TestApp;

    beforeAll(async () => {
      const { database } = app;
      limited = await TestApp.start({ publicLimit: 1, trustProxy: ['127.0.0.1'], database });
    });
    afterAll(() => limited.stop());

    it('a limit lets in again', async () => {
      let caller = 0;
      const scene = async (): Promise<Scene> => {
        const headers = { 'x-forwarded-for': `203.0.113.${++caller}` };
        const body = { promo_code: 'NONE', tenant_slug: 'nobody' };
        const ask = async (): Promise<number> =>
          (await limited.call('POST', '/api/promos/validate', { body, headers })).status;
        expect(await ask()).toBe(200);
        return { moment: later(LIMIT_COUNTS_MS), look: ask };
      };
      expect(await foundAround(limited, scene)).toEqual([429, 200, 200]);
    });

    it('codes stop to look guessed at', async () => {
      const watch = limited.nest.get(GuessDetectorService);
      const misses = Array.from({ length: 20 }, (_, index) => ({ code: `none-${index}`, hit: false }));
      let serial = 0;
      const scene = (): Promise<Scene> => {
        const place = { address: `203.0.113.${++serial}`, slug: `guessed-${serial}` };
        const delayAfter = (codes: typeof misses): number => watch.record({ ...place, codes });
        expect(delayAfter(misses)).toBeGreaterThan(0);
        const look = (): Promise<boolean> => Promise.resolve(delayAfter([{ code: 'one', hit: true }]) > 0);
        return Promise.resolve({ moment: later(GUESS_COUNTS_MS), look });
      };
      expect(await foundAround(limited, scene)).toEqual([true, false, false]);
    });
  });
});
