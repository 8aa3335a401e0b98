import { DueSweepService } from '../../src/app/jobs/due-sweep.service.js';
import { EventSweepService } from '../../src/app/jobs/event-sweep.service.js';
import { LedgerService } from '../../src/reward/ledger/ledger.service.js';
import { WebhookDispatcherService } from '../../src/events/webhook/webhook-dispatcher.service.js';
import { expectProblem, platformToken } from '../e2e/expectations.js';
import { TestApp } from '../support/app.js';
import {
  aCustomer,
  aReferee,
  aReferrer,
  aTenant,
  aWebhook,
  grantCredit,
  saveProgram,
  type TestTenant,
} from '../support/factories.js';
import { Receiver } from '../support/receiver.js';

const DAY_MS = 24 * 60 * 60_000;

describe('a suspended tenant', () => {
  let receiver: Receiver;
  let app: TestApp;
  let tenant: TestTenant;

  beforeAll(async () => {
    receiver = await Receiver.start();
    app = await TestApp.start({ webhooks: { allow: [receiver.place] } });
  });
  afterEach(() => {
    app.setClockAhead(0);
    receiver.clear();
  });
  afterAll(async () => {
    await app.stop();
    await receiver.stop();
  });

  /** Runs the jobs that one minute brings, at a day from now. */
  async function jobsAfter(days: number): Promise<string[]> {
    receiver.clear();
    app.setClockAhead(days * DAY_MS + 60_000);
    await app.nest.get(DueSweepService).run();
    await app.nest.get(EventSweepService).run();
    await app.nest.get(WebhookDispatcherService).idle();
    return receiver.calls.map(({ body }) => body.type).sort();
  }

  const become = async (status: 'active' | 'suspended'): Promise<void> => {
    const { body } = await app.patch(`/api/tenants/${tenant.id}`, { status }, platformToken(app));
    expect(body).toMatchObject({ status });
  };

  /** The state of each reward, and the balance of each account. */
  const books = async (): Promise<object> => ({
    rewards: await app.database.sql(
      'select type, value_units::int as units, status from reward where tenant_id = $1 order by type',
      [tenant.id],
    ),
    balances: await app.database.sql(
      'select balance_cents::int as cents from credit_account where tenant_id = $1 order by balance_cents',
      [tenant.id],
    ),
  });

  it.each([
    { currency: 'USD', value: 20.25, units: 2025 },
    { currency: 'JPY', value: 2025, units: 2025 },
    { currency: 'KWD', value: 2.025, units: 2025 },
  ])(
    'is refused every request in $currency, while holds end, rewards expire and webhooks are called',
    async ({ currency, value, units }) => {
      tenant = await aTenant(app, { currency });
      await saveProgram(app, tenant, {
        referral_reward_type: 'credit',
        referral_reward_value: value,
        referral_hold_days: 1,
        referral_reward_expires_days: 1,
      });
      const john = await aReferrer(app, tenant);
      await aReferee(app, tenant, { referral_code: john.code });
      const { id } = await aCustomer(app, tenant);
      await grantCredit(app, tenant, id, 700, new Date(Date.now() + 1.5 * DAY_MS).toISOString());
      await app.nest.get(EventSweepService).run();
      await aWebhook(app, tenant, { url: receiver.url });
      await become('suspended');

      expect(await jobsAfter(0)).toEqual([]);
      expect(await books()).toEqual({
        rewards: [
          { type: 'credit', units, status: 'pending' },
          { type: 'discount_percent', units: 1000, status: 'pending' },
        ],
        balances: [{ cents: 700 }],
      });

      expect(await jobsAfter(1)).toEqual(['reward.applied', 'reward.available']);
      expect(await books()).toEqual({
        rewards: [
          { type: 'credit', units, status: 'applied' },
          { type: 'discount_percent', units: 1000, status: 'available' },
        ],
        balances: [{ cents: 700 }, { cents: units }],
      });

      expect(await jobsAfter(3)).toEqual(['reward.expired']);
      expect(await books()).toEqual({
        rewards: [
          { type: 'credit', units, status: 'applied' },
          { type: 'discount_percent', units: 1000, status: 'expired' },
        ],
        balances: [{ cents: 0 }, { cents: 0 }],
      });

      app.setClockAhead(0);
      for (const [path, token] of [
        ['/api/referrals/config', tenant.admin],
        ['/api/events', tenant.admin],
        ['/api/referrals/my-code', john.token],
      ] as const) {
        expectProblem(await app.get(path, token), 403, 'tenant_suspended');
      }
      await become('active');
      const events = await app.database.sql<{ sequence: number | null }>(
        'select sequence::int from outbox_event where tenant_id = $1 order by sequence',
        [tenant.id],
      );
      expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
      expect(await app.nest.get(LedgerService).verify(tenant.id)).toMatchObject({ valid: true });
    },
  );
});
