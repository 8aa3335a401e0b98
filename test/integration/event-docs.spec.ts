import { readFileSync } from 'node:fs';
import { DueSweepService } from '../../src/app/jobs/due-sweep.service.js';
import { EVENT_TYPES } from '../../src/core/outbox/event-type.js';
import { anOpenReview } from '../e2e/scene.js';
import { deliver } from '../e2e/webhook-scene.js';
import { TestApp } from '../support/app.js';
import {
  aCustomer,
  anApiKey,
  aPromo,
  aReferee,
  aReferrer,
  aTenant,
  atOnce,
  aWebhook,
  grantCredit,
  redeem,
  saveProgram,
  type TestReferrer,
  type TestTenant,
} from '../support/factories.js';
import { eventually } from '../support/process.js';
import { Receiver, status } from '../support/receiver.js';

const DAY_MS = 24 * 60 * 60_000;
const REASON = { reason: 'a test' };

interface Told {
  type: string;
  data: Record<string, unknown>;
}

/** An event's type with the names of what it carries: `promo.updated fields promo_id`. */
const shapeOf = ({ type, data }: Told): string => [type, ...Object.keys(data).toSorted()].join(' ');
const shapesOf = (told: Told[]): string[] => [...new Set(told.map(shapeOf))].toSorted();

/** The rows of the table in docs/events.md. */
const documented = (): Told[] =>
  [...readFileSync('docs/events.md', 'utf8').matchAll(/^\| `([a-z_]+\.[a-z_]+)` .*\| `(\{.*\})`/gm)].map(
    ([, type = '', data = '']) => ({ type, data: JSON.parse(data) as Record<string, unknown> }),
  );

describe('docs/events.md', () => {
  let app: TestApp;
  let tenant: TestTenant;
  let john: TestReferrer;
  let receiver: Receiver;

  beforeAll(async () => {
    receiver = await Receiver.start();
    receiver.answering = status(410);
    app = await TestApp.start({ publicLimit: 1000, webhooks: { allow: [receiver.place] } });
    tenant = await aTenant(app);
    john = await aReferrer(app, tenant);
    await everythingHappens();
  }, 60_000);
  afterAll(async () => {
    await app.stop();
    await receiver.stop();
  });

  const post = async (path: string, body: object = REASON): Promise<void> => {
    expect((await app.post(path, body, tenant.admin)).status).toBeLessThan(300);
  };
  const aFriend = async (promo_code?: string): ReturnType<typeof aReferee> =>
    aReferee(app, tenant, { referral_code: john.code, ...(promo_code === undefined ? {} : { promo_code }) });
  const rewardOf = async (customerId: string): Promise<string> => {
    const [row] = await app.database.sql<{ id: string }>('select id from reward where customer_id = $1', [
      customerId,
    ]);
    return row?.id ?? '';
  };

  async function everythingHappens(): Promise<void> {
    await aWebhook(app, tenant, { url: receiver.url });
    await promos();
    await deliver(app, tenant);
    await invoices();
    await decisions();
    await aboutTime();
    await guards();
    await app.delete(`/api/customers/${(await aCustomer(app, tenant)).id}`, tenant.admin);
  }

  async function promos(): Promise<void> {
    const [used, unused] = [
      await aPromo(app, tenant, { combinable_with_referral: true }),
      await aPromo(app, tenant),
    ];
    await aFriend(used.code);
    await app.delete(`/api/promos/${used.id}`, tenant.admin);
    await app.delete(`/api/promos/${unused.id}`, tenant.admin);
    const customer = await aCustomer(app, tenant);
    await app.patch(`/api/customers/${customer.id}`, { name: 'Renamed' }, tenant.admin);
    await grantCredit(app, tenant, customer.id, 500);
  }

  /** One is paid and void; of another the reward is taken back in between. */
  async function invoices(): Promise<void> {
    for (const takenBack of [false, true]) {
      const friend = await aFriend();
      const { body } = await redeem(app, tenant, friend.customer_id);
      if (takenBack) await post(`/api/rewards/${await rewardOf(friend.customer_id)}/void`);
      await post(`/api/redemptions/${body.id}/reverse`);
    }
  }

  async function decisions(): Promise<void> {
    const { referral } = await aFriend();
    await post(`/api/referrals/${referral.referral_id ?? ''}/void`);
    await saveProgram(app, tenant, { referral_reward_type: 'credit', referral_reward_value: 5 });
    const applied = await aFriend();
    await post(`/api/referrals/${applied.referral.referral_id ?? ''}/void`);
  }

  /** Keys, rules against abuse and what they hold, and somebody who tries codes out. */
  async function guards(): Promise<void> {
    const { id } = await anApiKey(app, tenant);
    await post(`/api/api-keys/${id}/rotate`, {});
    await app.delete(`/api/api-keys/${id}`, tenant.admin);
    for (const verdict of ['approve', 'reject']) {
      await post(`/api/reviews/${await anOpenReview({ app, tenant, customer: john })}/${verdict}`);
    }
    const guess = (index: number): object => ({ tenant_slug: tenant.slug, referral_code: `GUESS${index}` });
    await atOnce(200, (index) => app.post('/api/referrals/validate', guess(index))); // beside the right codes above
    const told = `outbox_event where type = 'security.guessing_suspected'`;
    await eventually(async () => (await app.database.count(told)) > 0);
  }

  /** 80 % of a month's budget is used, and all that a referrer can earn; a second friend finds no room. */
  async function limits(): Promise<void> {
    const other = await aTenant(app);
    const { code } = await aReferrer(app, other);
    await saveProgram(app, other, {
      referral_reward_referee_type: 'discount_fixed',
      referral_reward_referee_value: 8,
      referral_budget_cents: 1000,
      referral_max_rewards_per_referrer: 1,
    });
    for (let friend = 0; friend < 2; friend++) await aReferee(app, other, { referral_code: code });
  }

  async function aboutTime(): Promise<void> {
    await saveProgram(app, tenant, { referral_hold_days: 1, referral_reward_expires_days: 1 });
    await aFriend();
    const held = await aFriend();
    await post(`/api/rewards/${await rewardOf(held.customer_id)}/void`);
    await limits();
    for (const days of [1.1, 2.2]) {
      app.setClockAhead(days * DAY_MS);
      await app.nest.get(DueSweepService).run();
    }
  }

  it('describes every type that there is, and no other', () => {
    const types = [...new Set(documented().map(({ type }) => type))];
    expect(types.toSorted()).toEqual(EVENT_TYPES.toSorted());
  });

  it('shows of every type what events of it really carry', async () => {
    const told = await app.database.sql<Told>('select type, data from outbox_event');
    expect(shapesOf(told)).toEqual(shapesOf(documented()));
  });
});
