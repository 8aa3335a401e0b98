import type { CustomerExportAnswer, ExportedTimelineLine } from '../../src/customer/privacy/privacy.dto.js';
import type { SaveConfigRequest } from '../../src/config/config.dto.js';
import type { TimelineLine } from '../../src/customer/timeline.dto.js';
import { useTestApp } from '../support/app.js';
import {
  aReferrer,
  aTenant,
  enroll,
  redeem,
  saveProgram,
  type TestReferrer,
  type TestTenant,
} from '../support/factories.js';
import { decide } from './decisions.js';
import { aFriendOf, type Friend, referralOf, reverse } from './redemption-readings.js';
import { queueOf, saveRules } from './suspects.js';

/** Texts of staff and ids of invoices that look like the product's own sentences. */
const HOSTILE = [
  "referee's card bounced",
  "referrer's card bounced",
  'double use, it was used on invoice INV-5',
  "referrer's 10 % voided: twice",
  "referee's 10 % reversed, 1.00 USD of it already used: twice",
  '{"role": "referee"}',
];

type Exports = Readonly<Record<'referrer' | 'referee', readonly ExportedTimelineLine[]>>;

describe('the timelines in an export', () => {
  const app = useTestApp();
  let tenant: TestTenant;
  let john: TestReferrer;

  beforeEach(async () => {
    tenant = await aTenant(app);
    john = await aReferrer(app, tenant);
  });

  const exportOf = async (id: string, headers = {}): Promise<CustomerExportAnswer> => {
    const path = `/api/customers/${id}/export`;
    return (await app.call<CustomerExportAnswer>('GET', path, { token: tenant.admin, headers })).body;
  };

  async function exportsOf({ customerId, referralId }: Friend): Promise<Exports> {
    const [johns, theirs] = [await exportOf(john.id), await exportOf(customerId)];
    const lines = (referrals: CustomerExportAnswer['referrals_as_referrer' | 'referrals_as_referee']) =>
      referrals.find(({ id }) => id === referralId)?.timeline ?? [];
    return { referrer: lines(johns.referrals_as_referrer), referee: lines(theirs.referrals_as_referee) };
  }

  /** Expects each side's export to contain the lines of the admin's timeline that concern both sides or their own side, and no others. */
  async function expectComplete(friend: Friend): Promise<Exports> {
    const { timeline } = await referralOf(app, tenant, friend);
    const stored = timeline.filter(({ event }) => !event.startsWith('credit.')); // the ledger's, by its entries
    const without = (other: string): Omit<TimelineLine, 'actor'>[] =>
      stored.filter(({ data }) => data.role !== other).map(({ actor: _, ...line }) => line);
    const exports = await exportsOf(friend);
    expect(exports).toEqual({ referrer: without('referee'), referee: without('referrer') });
    return exports;
  }

  const eventsOf = (lines: readonly ExportedTimelineLine[]): string[] => lines.map(({ event }) => event);
  const reasonsOf = (lines: readonly ExportedTimelineLine[]): unknown[] =>
    lines.map(({ event, detail }) => `${event}: ${detail}`);

  async function aFriend(program: Partial<SaveConfigRequest>): Promise<Friend> {
    await saveProgram(app, tenant, program);
    return aFriendOf(app, tenant, john);
  }

  it("give the referrer the reason for the end of their referral, even if it begins with “referee's”", async () => {
    const friend = await aFriend({});
    await decide(app, tenant, `referrals/${friend.referralId}/void`, { reason: "referee's card bounced" });
    const { referrer } = await expectComplete(friend);
    expect(reasonsOf(referrer)).toEqual([
      `referral.created: enrolled with code ${john.code}`,
      'referral.qualified: qualified by enrollment',
      "referral.rejected: referee's card bounced",
      "reward.reversed: referrer's 10 % reversed: referee's card bounced",
    ]);
  });

  it.each(HOSTILE)(
    'are complete for any text of staff: approved, used, returned and voided: %s',
    async (text) => {
      const friend = await aFriend({ referral_qualify_on: 'manual' });
      await decide(app, tenant, `referrals/${friend.referralId}/approve`, { reason: text });
      const invoices: string[] = [];
      for (const customer of [john.id, friend.customerId]) {
        const { body } = await redeem(app, tenant, customer, { invoice_id: `${text} of ${customer}` });
        invoices.push(body.id);
      }
      await reverse(app, tenant, invoices[0] ?? '', { reason: text });
      await decide(app, tenant, `referrals/${friend.referralId}/void`, { reason: text });
      await reverse(app, tenant, invoices[1] ?? '', { reason: text });
      const { referrer, referee } = await expectComplete(friend);
      const common = ['referral.created', 'referral.qualified'];
      expect(eventsOf(referrer)).toEqual([
        ...common,
        'reward.available',
        'reward.applied',
        'reward.returned',
        'referral.reversed',
        'reward.reversed',
      ]);
      expect(eventsOf(referee)).toEqual([
        ...common,
        'reward.available',
        'reward.applied',
        'referral.reversed',
        'reward.reversed',
        'reward.recovered',
      ]);
      for (const lines of [referrer, referee]) {
        expect(reasonsOf(lines)).toEqual(
          expect.arrayContaining([`referral.qualified: approved: ${text}`, `referral.reversed: ${text}`]),
        );
      }
      expect(JSON.stringify(referrer)).not.toContain(friend.customerId);
      expect(JSON.stringify(referee)).not.toContain(john.id);
    },
  );

  it.each(HOSTILE)('are complete for any text of staff: held, and then decided: %s', async (text) => {
    await saveRules(app, tenant, { disposable_domain: 'hold' });
    for (const [verdict, event] of [
      ['approve', 'review.approved'],
      ['reject', 'review.rejected'],
    ] as const) {
      const email = `jane-${verdict}@mailinator.com`;
      const { body } = await enroll(app, tenant, { name: 'Jane Smith', email, referral_code: john.code });
      const [review] = await queueOf(app, tenant);
      await decide(app, tenant, `reviews/${review?.id}/${verdict}`, { reason: text });
      const { referrer, referee } = await expectComplete({
        customerId: body.customer_id,
        referralId: body.referral.referral_id ?? '',
        refereeReward: '',
        referrerReward: '',
      });
      for (const lines of [referrer, referee]) {
        expect(reasonsOf(lines)).toEqual(
          expect.arrayContaining(['review.opened: held: disposable_domain', `${event}: ${text}`]),
        );
      }
    }
  });

  it.each(HOSTILE)("contain a reward that was taken back in its owner's export only: %s", async (text) => {
    const friend = await aFriend({});
    await decide(app, tenant, `rewards/${friend.refereeReward}/void`, { reason: text });
    const { referrer, referee } = await expectComplete(friend);
    expect(eventsOf(referee)).toContain('reward.reversed');
    expect(eventsOf(referrer)).not.toContain('reward.reversed');
  });

  it("contain a withheld reward in its owner's export only", async () => {
    const friend = await aFriend({ referral_max_rewards_per_referrer: 1, referral_reward_type: 'credit' });
    const next = await aFriend({ referral_max_rewards_per_referrer: 1, referral_reward_type: 'credit' });
    const { referrer, referee } = await expectComplete(next);
    expect([eventsOf(referrer), eventsOf(referee)]).toEqual([
      ['referral.created', 'referral.qualified', 'reward.withheld'],
      ['referral.created', 'referral.qualified'],
    ]);
    expect(eventsOf((await expectComplete(friend)).referrer)).toContain('reward.applied');
  });

  it('tell the referrer that an invoice qualified the referral, and the referee which one', async () => {
    const friend = await aFriend({ referral_qualify_on: 'first_invoice' });
    await redeem(app, tenant, friend.customerId, { invoice_id: 'INV-9' });
    const { referrer, referee } = await exportsOf(friend);
    expect(reasonsOf(referee)).toContain('referral.qualified: qualified by invoice INV-9');
    expect(reasonsOf(referrer)).toContain('referral.qualified: qualified by an invoice');
    expect(JSON.stringify(await exportOf(john.id))).not.toContain('INV-9');
  });

  it('are in the requested language', async () => {
    await aFriend({});
    const { referrals_as_referrer } = await exportOf(john.id, { 'accept-language': 'es' });
    expect(referrals_as_referrer[0]?.timeline).toMatchObject([
      { event: 'referral.created', detail: `alta con el código ${john.code}` },
      { event: 'referral.qualified', detail: 'cuenta por el alta' },
    ]);
  });
});
