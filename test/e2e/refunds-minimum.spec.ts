import type { PreviewAnswer } from '../../src/reports/preview/preview.dto.js';
import type { SaveConfigRequest } from '../../src/config/config.dto.js';
import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aPromo,
  aReferrer,
  aTenant,
  GIVE_TEN_GET_TEN,
  grantCredit,
  redeem,
  saveProgram,
  type TestTenant,
} from '../support/factories.js';
import { decide, expectSoundLedger } from './decisions.js';
import {
  aFriendOf,
  creditOf,
  dataOf,
  type Friend,
  newsOf,
  refereeGets,
  referralOf,
  reverse,
  rewardOf,
  told,
} from './redemption-readings.js';
import { queueOf, saveRules } from './suspects.js';

const app = useTestApp();

describe.each(CURRENCIES)(
  'a minimum for the invoice that qualifies a referral, in $currency',
  ({ currency, cents }) => {
    const unit = cents(1);
    /** Both sides earn on an invoice of 50 or more: 20 of credit for the referrer, 10 % for the friend. */
    const PROGRAM = {
      referral_qualify_on: 'first_invoice',
      referral_reward_type: 'credit',
      referral_reward_value: 20,
      referral_min_invoice_cents: 50 * unit,
    } as const;
    let tenant: TestTenant;
    let john: Awaited<ReturnType<typeof aReferrer>>;

    beforeEach(async () => {
      tenant = await aTenant(app, { currency });
      john = await aReferrer(app, tenant);
      await saveProgram(app, tenant, PROGRAM);
    });
    afterEach(() => expectSoundLedger(app, tenant));

    const aFriend = (promo?: string): Promise<Friend> => aFriendOf(app, tenant, john, promo);
    /** @param cents in the smallest unit */
    const payCents = async (customer: string, cents: number): Promise<RedemptionAnswer> =>
      (await redeem(app, tenant, customer, { amount_cents: cents })).body;
    const pay = (customer: string, amount: number): Promise<RedemptionAnswer> =>
      payCents(customer, amount * unit);
    const refundCents = async (id: string, refunded_cents: number): Promise<void> => {
      expect((await reverse(app, tenant, id, { refunded_cents })).status).toBe(200);
    };
    const statusOf = async (friend: Friend): Promise<string> =>
      (await referralOf(app, tenant, friend)).status;
    const balanceOf = async (customer: string): Promise<number> =>
      (await creditOf(app, tenant, customer)).balance_cents / unit;

    it('is not met by the smallest amount, nor by the smallest amount below it', async () => {
      const jane = await aFriend();
      for (const cents of [1, 50 * unit - 1]) {
        expect(told(await payCents(jane.customerId, cents))).toEqual([
          `${cents}-0-0=${cents}`,
          'referral: not_available_yet',
        ]);
        expect(await statusOf(jane)).toBe('pending');
      }
      expect(await balanceOf(john.id)).toBe(0);
    });

    it('is met by exactly that amount, of which the reward it qualifies is not taken off', async () => {
      const jane = await aFriend();
      expect(told(await pay(jane.customerId, 50))).toEqual([
        `referral ${50 * unit}-${5 * unit}=${45 * unit}`,
        `${50 * unit}-${5 * unit}-0=${45 * unit}`,
      ]);
      expect(await balanceOf(john.id)).toBe(20);
    });

    it('counts after other discounts, but before credit', async () => {
      const { code } = await aPromo(app, tenant, { combinable_with_referral: true });
      const jane = await aFriend(code); // 20 % off
      const first = await payCents(jane.customerId, 61 * unit); // 48.80
      expect(await statusOf(jane)).toBe('pending');
      await reverse(app, tenant, first.id);
      await grantCredit(app, tenant, jane.customerId, 60 * unit);
      const second = await pay(jane.customerId, 65); // 52.00, then 10 %: 46.80, all of it paid by credit
      expect(second.total_cents).toBe(0);
      expect(await statusOf(jane)).toBe('applied');
    });

    it('does not let an invoice qualify that other discounts have brought to 0', async () => {
      await saveProgram(app, tenant, { ...PROGRAM, referral_min_invoice_cents: null });
      const free = { discount_type: 'discount_fixed', discount_value: 30 } as const;
      const { code } = await aPromo(app, tenant, { ...free, combinable_with_referral: true });
      const jane = await aFriend(code);
      expect(await pay(jane.customerId, 30)).toMatchObject({ total_cents: 0 });
      expect(await statusOf(jane)).toBe('pending');
    });

    it('is that of the terms of the referral', async () => {
      const jane = await aFriend();
      await saveProgram(app, tenant, { ...PROGRAM, referral_min_invoice_cents: 500 * unit });
      await pay(jane.customerId, 50);
      expect(await statusOf(jane)).toBe('applied');
    });

    it('must still be met by what a refund leaves, to the smallest unit', async () => {
      const jane = await aFriend();
      const { id } = await pay(jane.customerId, 80);
      await refundCents(id, 30 * unit);
      expect(await statusOf(jane)).toBe('applied');
      await refundCents(id, 1);
      expect(await referralOf(app, tenant, jane)).toMatchObject({
        status: 'reversed',
        referrer_reward: { status: 'reversed', shortfall_cents: 0 },
        referee_reward: { status: 'reversed', shortfall_cents: 8 * unit, redemption_id: id },
      });
      expect(await balanceOf(john.id)).toBe(0);
    });

    it('is compared with the share that is left after discounts, also after a reversal by an amount', async () => {
      const { code } = await aPromo(app, tenant, { combinable_with_referral: true });
      const jane = await aFriend(code); // 20 % off
      const { id } = await pay(jane.customerId, 100); // 80 without the reward; 20 + 8 of discounts
      expect((await reverse(app, tenant, id, { amount_cents: 7 * unit })).status).toBe(200); // 25 of 100: 60 is left
      expect(await statusOf(jane)).toBe('applied');
      await refundCents(id, 14 * unit); // 39 of 100: 80 - 31.2 = 48.8 is left
      expect(await statusOf(jane)).toBe('reversed');
    });

    it('applies a discount again that the partly refunded invoice still uses, when another invoice qualifies', async () => {
      const jane = await aFriend();
      const first = await pay(jane.customerId, 80);
      await refundCents(first.id, 31 * unit);
      await payCents(jane.customerId, 50 * unit - 1);
      expect(await statusOf(jane)).toBe('reversed');
      const second = await pay(jane.customerId, 50);
      expect(told(second)).toEqual([`${50 * unit}-0-0=${50 * unit}`]);
      expect(await rewardOf(app, tenant, jane.refereeReward)).toMatchObject({
        status: 'applied',
        redemption_id: first.id,
        used_cents: 8 * unit,
        shortfall_cents: 0,
        applied_at: first.created_at,
      });
      expect(await balanceOf(john.id)).toBe(20);
      expect(await newsOf(app, tenant, jane)).toContain(
        `reward.applied by admin:usr_test: referee's 10 % used on invoice ${first.invoice_id}`,
      );
      expect((await reverse(app, tenant, first.id)).status).toBe(200);
      expect(await rewardOf(app, tenant, jane.refereeReward)).toMatchObject({ status: 'available' });
      expect(await statusOf(jane)).toBe('qualified');
    });

    it('decides which invoice qualifies a held referral when it is approved', async () => {
      await saveRules(app, tenant, { disposable_domain: 'hold' });
      const email = `held-${currency.toLowerCase()}@mailinator.com`;
      const person = { tenant_slug: tenant.slug, name: 'Held', email, referral_code: john.code };
      const { body } = await app.post<{ customer_id: string; referral: { referral_id: string } }>(
        '/api/enrollments',
        person,
      );
      const held = { referralId: body.referral.referral_id } as Friend;
      await pay(body.customer_id, 49);
      await refundCents((await pay(body.customer_id, 100)).id, 51 * unit);
      const [review] = await queueOf(app, tenant);
      await decide(app, tenant, `reviews/${review?.id ?? ''}/approve`);
      expect(await statusOf(held)).toBe('pending');
      await pay(body.customer_id, 50);
      expect(await statusOf(held)).toBe('applied');
    });

    it('is known to the preview of other terms', async () => {
      await pay((await aFriend()).customerId, 60);
      await pay((await aFriend()).customerId, 50);
      await pay((await aFriend()).customerId, 49);
      const earned = async (minimum: number | null): Promise<number[]> => {
        const program = Object.assign({}, GIVE_TEN_GET_TEN, PROGRAM, { referral_min_invoice_cents: minimum });
        const path = '/api/referrals/config/preview';
        const { body } = await app.post<PreviewAnswer>(
          path,
          program satisfies SaveConfigRequest,
          tenant.admin,
        );
        return [body.current, body.proposed].map(({ referrer }) => referrer.rewards);
      };
      expect(await earned(null)).toEqual([2, 3]);
      expect(await earned(50 * unit)).toEqual([2, 2]);
      expect(await earned(60 * unit)).toEqual([2, 1]);
      expect(await earned(60 * unit + 1)).toEqual([2, 0]);
    });

    it('keeps a side without a reward unwithheld beside a promo', async () => {
      const kept = { referral_keep_attribution: true, referral_reward_referee_value: 0 };
      await saveProgram(app, tenant, { ...PROGRAM, ...kept });
      const jane = await aFriend((await aPromo(app, tenant)).code);
      expect(await referralOf(app, tenant, jane)).toMatchObject({
        referee_reward: null,
        referee_reward_withheld: null,
      });
    });

    it('is compared in the preview with what the qualifying invoice came to without the reward', async () => {
      const half = { ...PROGRAM, ...refereeGets('discount_percent', 50) };
      await saveProgram(app, tenant, half);
      const combinable = { discount_value: 60, combinable_with_referral: true };
      const { code } = await aPromo(app, tenant, { discount_type: 'discount_fixed', ...combinable });
      const jane = await aFriendOf(app, tenant, john, code);
      await pay(jane.customerId, 100); // 40 without the reward; with it, half comes off first, and then the promo
      const qualifies = async (minimum: number): Promise<number> => {
        const program = Object.assign({}, GIVE_TEN_GET_TEN, half, { referral_min_invoice_cents: minimum });
        const path = '/api/referrals/config/preview';
        return (await app.post<PreviewAnswer>(path, program, tenant.admin)).body.proposed.referee.rewards;
      };
      expect([await qualifies(40 * unit), await qualifies(40 * unit + 1)]).toEqual([1, 0]);
    });

    describe('and limits', () => {
      const HELD = { ...PROGRAM, referral_hold_days: 7, referral_reward_referee_value: 0 };

      it('leave a voided reward voided if others have used its room, and the timeline says so', async () => {
        await saveProgram(app, tenant, { ...HELD, referral_budget_cents: 20 * unit });
        const jane = await aFriend();
        const { id } = await pay(jane.customerId, 80);
        await reverse(app, tenant, id);
        await aFriend(); // takes the room, if there is any
        await pay(jane.customerId, 80);
        expect(await referralOf(app, tenant, jane)).toMatchObject({
          status: 'unrewarded',
          referrer_reward: { status: 'voided' },
          referrer_reward_withheld: 'budget_reached',
        });
        expect((await newsOf(app, tenant, jane)).at(-1)).toMatch(/^reward\.withheld .* the month's budget$/);
        expect((await dataOf(app, tenant, 'reward.withheld')).at(-1)).toMatchObject({
          reward_id: jane.referrerReward,
          limit: 'budget',
        });
      });

      it('let a voided reward come back if there is room', async () => {
        await saveProgram(app, tenant, { ...HELD, referral_budget_cents: 40 * unit });
        const jane = await aFriend();
        await reverse(app, tenant, (await pay(jane.customerId, 80)).id);
        await pay(jane.customerId, 80);
        expect(await rewardOf(app, tenant, jane.referrerReward)).toMatchObject({ status: 'pending' });
      });

      it('let a reversed reward come back without room, because it still counts', async () => {
        const program = { ...HELD, referral_hold_days: 0, referral_budget_cents: 20 * unit };
        await saveProgram(app, tenant, program);
        const jane = await aFriend();
        await reverse(app, tenant, (await pay(jane.customerId, 80)).id);
        await pay((await aFriend()).customerId, 80);
        expect(await balanceOf(john.id)).toBe(0);
        await pay(jane.customerId, 80);
        expect(await balanceOf(john.id)).toBe(20);
      });
    });
  },
);
