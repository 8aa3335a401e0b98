import type { PromoAnswer } from '../../src/promo/promo.dto.js';
import type { ValueType } from '../../src/tenant/value.js';
import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aPromo,
  aReferee,
  aTenant,
  grantCredit,
  redeem,
  saveProgram,
  type TestTenant,
} from '../support/factories.js';
import { aFriendOf, referrerGets, rewardOf, sharing, told } from './redemption-readings.js';

const app = useTestApp();

describe.each(CURRENCIES)('a promo on an invoice, in $currency', ({ currency, cents }) => {
  const unit = cents(1);
  let tenant: TestTenant;

  beforeEach(async () => (tenant = await aTenant(app, { currency })));

  /** Enrolls a customer with a promo only, who then refers a friend for each of `earned`. */
  async function withPromo(
    promo: PromoAnswer,
    ...earned: [type: ValueType, value: number][]
  ): Promise<{ customerId: string; rewards: string[]; names: Record<string, string> }> {
    const { customer_id: customerId } = await aReferee(app, tenant, { promo_code: promo.code });
    const own = await sharing(app, tenant, { customerId });
    const rewards: string[] = [];
    for (const terms of earned) {
      await saveProgram(app, tenant, referrerGets(...terms));
      rewards.push((await aFriendOf(app, tenant, own)).referrerReward);
    }
    return {
      customerId,
      rewards,
      names: Object.fromEntries(rewards.map((id, index) => [id, `reward ${index + 1}`])),
    };
  }

  it('is used once, not on the second invoice', async () => {
    const { customerId } = await withPromo(await aPromo(app, tenant, { discount_value: 20 }));
    const first = await redeem(app, tenant, customerId);
    expect(told(first.body)).toEqual(['promo 10000-2000=8000', '10000-2000-0=8000']);
    const second = await redeem(app, tenant, customerId);
    expect(told(second.body)).toEqual(['10000-0-0=10000']);
  });

  it('stays unused if it would save nothing', async () => {
    const { customerId } = await withPromo(await aPromo(app, tenant, { discount_value: 20 }));
    const first = await redeem(app, tenant, customerId, { amount_cents: 0 });
    expect(told(first.body)).toEqual(['0-0-0=0', 'promo: saves_nothing']);
    const second = await redeem(app, tenant, customerId, { amount_cents: 100 });
    expect(told(second.body)).toEqual(['promo 100-20=80', '100-20-0=80']);
  });

  it('has the discount of the time of enrollment, whatever changed since', async () => {
    const promo = await aPromo(app, tenant, { discount_value: 20, combinable_with_referral: true });
    const { customerId, names } = await withPromo(promo, ['discount_fixed', 500 / unit]);
    const changes = { discount_value: 1, combinable_with_referral: false, active: false };
    expect((await app.patch(`/api/promos/${promo.id}`, changes, tenant.admin)).status).toBe(200);
    const { body } = await redeem(app, tenant, customerId);
    expect(told(body, names)).toEqual([
      'promo 10000-2000=8000',
      'reward 1 8000-500=7500',
      '10000-2500-0=7500',
    ]);
    expect(body.lines[0]).toMatchObject({ promo_id: promo.id, type: 'discount_percent', value: 20 });
  });

  describe('that is not combinable', () => {
    // Without the promo: 10000 - 20 % = 8000.
    it('excludes referral rewards, names the cheaper alternative, and leaves them for the next invoice', async () => {
      const promo = await aPromo(app, tenant, { discount_value: 10 });
      const { customerId, rewards, names } = await withPromo(
        promo,
        ['discount_percent', 20],
        ['discount_fixed', 500 / unit],
      );
      const first = await redeem(app, tenant, customerId);
      expect(told(first.body, names)).toEqual([
        'promo 10000-1000=9000',
        '10000-1000-0=9000',
        'reward 1: promo_not_combinable',
        'reward 2: one_referrer_reward_per_invoice',
        'or referral 8000',
      ]);
      expect(first.body.left_out[0]).toEqual({
        source: 'referral',
        id: rewards[0],
        reason: 'promo_not_combinable',
      });
      expect(await rewardOf(app, tenant, rewards[0] ?? '')).toMatchObject({ status: 'available' });
      const second = await redeem(app, tenant, customerId);
      expect(told(second.body, names)).toEqual([
        'reward 1 10000-2000=8000',
        '10000-2000-0=8000',
        'reward 2: one_referrer_reward_per_invoice',
      ]);
      const third = await redeem(app, tenant, customerId);
      expect(told(third.body, names)).toEqual(['reward 2 10000-500=9500', '10000-500-0=9500']);
    });

    it.each<[string, [type: ValueType, value: number]]>([
      ['more expensive', ['discount_percent', 9.99]],
      ['the same', ['discount_fixed', 1000 / unit]],
    ])('names no alternative that is %s', async (_, terms) => {
      const promo = await aPromo(app, tenant, { discount_value: 10 });
      const { customerId, names } = await withPromo(promo, terms);
      const { body } = await redeem(app, tenant, customerId);
      expect(told(body, names)).toEqual([
        'promo 10000-1000=9000',
        '10000-1000-0=9000',
        'reward 1: promo_not_combinable',
      ]);
      expect(body.alternatives).toEqual([]);
    });

    // Without the promo: 10000 - 20 % = 8000, and 3000 of credit.
    it('does not exclude credit, which the alternative includes too', async () => {
      const promo = await aPromo(app, tenant, { discount_value: 10 });
      const { customerId, names } = await withPromo(promo, ['discount_percent', 20]);
      await grantCredit(app, tenant, customerId, 3000);
      const { body } = await redeem(app, tenant, customerId);
      expect(told(body, names)).toEqual([
        'promo 10000-1000=9000',
        'credit 9000-3000=6000',
        '10000-1000-3000=6000',
        'reward 1: promo_not_combinable',
        'or referral+credit 5000',
      ]);
    });
  });

  it('combines with referral rewards if it is combinable', async () => {
    const promo = await aPromo(app, tenant, { discount_value: 10, combinable_with_referral: true });
    const { customerId, names } = await withPromo(promo, ['discount_percent', 20]);
    const { body } = await redeem(app, tenant, customerId);
    expect(told(body, names)).toEqual([
      'promo 10000-1000=9000',
      'reward 1 9000-1800=7200',
      '10000-2800-0=7200',
    ]);
  });

  it('leaves a reward for the next invoice if nothing is left to save', async () => {
    const promo = await aPromo(app, tenant, { discount_value: 100, combinable_with_referral: true });
    const { customerId, names } = await withPromo(promo, ['discount_percent', 20]);
    const first = await redeem(app, tenant, customerId);
    expect(told(first.body, names)).toEqual([
      'promo 10000-10000=0',
      '10000-10000-0=0',
      'reward 1: saves_nothing',
    ]);
    const second = await redeem(app, tenant, customerId);
    expect(told(second.body, names)).toEqual(['reward 1 10000-2000=8000', '10000-2000-0=8000']);
  });
});
