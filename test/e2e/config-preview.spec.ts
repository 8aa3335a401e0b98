import type { ConfigAnswer, SaveConfigRequest } from '../../src/config/config.dto.js';
import type { PreviewAnswer } from '../../src/reports/preview/preview.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aPromo,
  aReferee,
  aReferrer,
  aTenant,
  GIVE_TEN_GET_TEN,
  redeem,
  saveProgram,
  type TestReferrer,
  type TestTenant,
} from '../support/factories.js';
import { changed, expectInvalid, inVain } from './expectations.js';

const PATH = '/api/referrals/config/preview';
const DAY_MS = 24 * 60 * 60 * 1000;
const CREDIT: Partial<SaveConfigRequest> = {
  referral_reward_type: 'credit',
  referral_reward_value: 20,
  referral_reward_referee_type: 'credit',
  referral_reward_referee_value: 5,
};

const app = useTestApp();

describe.each(CURRENCIES)('/api/referrals/config/preview, in $currency', ({ currency, cents }) => {
  let tenant: TestTenant;
  let john: TestReferrer;

  beforeEach(async () => {
    tenant = await aTenant(app, { currency });
    john = await aReferrer(app, tenant);
  });

  const ask = (program: Partial<SaveConfigRequest>, by = tenant): Promise<Reply<PreviewAnswer>> =>
    app.post<PreviewAnswer>(PATH, changed(GIVE_TEN_GET_TEN, program), by.admin);
  /** By a request that writes nothing. */
  const preview = async (program: Partial<SaveConfigRequest>): Promise<PreviewAnswer> => {
    const { status, body } = await inVain(app, () => ask(program));
    expect(status).toBe(200);
    return body;
  };
  const friends = async (count: number, of = john): Promise<string[]> => {
    const ids: string[] = [];
    for (let n = 0; n < count; n++)
      ids.push((await aReferee(app, tenant, { referral_code: of.code })).customer_id);
    return ids;
  };

  it('returns what both sides would have earned and did earn, and writes nothing', async () => {
    await saveProgram(app, tenant, CREDIT);
    await friends(3);
    const body = await preview({ ...CREDIT, referral_reward_value: 30 });
    expect(body).toMatchObject({
      ...{ currency, referrals: 3, affected: 3, difference_cents: cents(30), dropped_by_promo: 0 },
      current: {
        referrer: {
          rewards: 3,
          credit_cents: cents(60),
          fixed_cents: 0,
          percent_rewards: 0,
          cost_cents: cents(60),
        },
        referee: { rewards: 3, credit_cents: cents(15) },
        ...{ cost_cents: cents(75), waiting_cents: 0 },
      },
      proposed: {
        referrer: { credit_cents: cents(90) },
        referee: { credit_cents: cents(15) },
        cost_cents: cents(105),
      },
      actual: { referrer: { rewards: 3, credit_cents: cents(60) }, cost_cents: cents(75) },
    });
    expect(Date.parse(body.to) - Date.parse(body.from)).toBe(90 * DAY_MS);
  });

  it('shows no difference for the saved terms', async () => {
    await saveProgram(app, tenant, { ...CREDIT, referral_max_rewards_per_referrer: 2 });
    const [first = ''] = await friends(3);
    await redeem(app, tenant, first);
    const { body: saved } = await app.get<ConfigAnswer>('/api/referrals/config', tenant.admin);
    const { current, proposed, actual, affected, difference_cents } = await preview(saved);
    const { left_out, ...earned } = current;
    expect([affected, difference_cents]).toEqual([0, 0]);
    expect(proposed).toEqual(current);
    expect(earned).toEqual(actual);
    expect(left_out).toEqual({
      ...{ program_off: 0, no_reward: 0, promo_not_combinable: 0, capped: 1 },
      ...{ over_budget: 0, not_qualified: 0, ended: 0 },
    });
  });

  it('prices a percentage by the invoice that used it, and counts unused ones separately', async () => {
    const [first = ''] = await friends(2);
    await redeem(app, tenant, first, { amount_cents: 5005 });
    const { current, proposed, actual, difference_cents } = await preview({
      referral_reward_referee_value: 20,
    });
    expect(current.referee).toMatchObject({ percent_rewards: 2, percent_cents: 501, percent_unpriced: 1 });
    expect(proposed.referee).toMatchObject({
      average_percent: 20,
      percent_cents: 1001,
      percent_unpriced: 1,
      cost_cents: 1001,
    });
    expect(actual.referee).toEqual(current.referee);
    expect(difference_cents).toBe(500);
    expect(proposed.referrer).toMatchObject({ percent_rewards: 2, percent_unpriced: 2, cost_cents: 0 });
  });

  it('applies limits in order of time, including what was earned before', async () => {
    await saveProgram(app, tenant, CREDIT);
    await friends(2);
    app.setClockAhead(91 * DAY_MS); // the two are before the period now
    await friends(2);
    app.setClockAhead(92 * DAY_MS);
    const ever = await preview({ ...CREDIT, referral_max_rewards_per_referrer: 3 });
    expect(ever.referrals).toBe(2);
    expect(ever.proposed).toMatchObject({ referrer: { rewards: 1 }, left_out: { capped: 1 } });
    const budget = await preview({ ...CREDIT, referral_budget_cents: cents(26) });
    expect(budget.proposed).toMatchObject({ cost_cents: cents(25), left_out: { over_budget: 2 } });
  });

  it('requires what the terms require: an invoice or an approval', async () => {
    await saveProgram(app, tenant, CREDIT);
    const [first = ''] = await friends(2);
    await redeem(app, tenant, first);
    const invoice = await preview({ ...CREDIT, referral_qualify_on: 'first_invoice' });
    expect(invoice).toMatchObject({
      affected: 1,
      proposed: { cost_cents: cents(25), waiting_cents: cents(25), left_out: { not_qualified: 2 } },
    });
    const manual = await preview({ ...CREDIT, referral_qualify_on: 'manual' });
    expect(manual.proposed).toMatchObject({ cost_cents: 0, waiting_cents: cents(50) });
  });

  it('leaves out voided referrals under any terms', async () => {
    await saveProgram(app, tenant, CREDIT);
    const { referral } = await aReferee(app, tenant, { referral_code: john.code });
    const path = `/api/referrals/${referral.referral_id ?? ''}/void`;
    expect((await app.post(path, { reason: 'a mistake' }, tenant.admin)).status).toBe(200);
    const { proposed, actual } = await preview(CREDIT);
    expect(proposed).toMatchObject({ cost_cents: 0, left_out: { ended: 2 } });
    expect(actual.cost_cents).toBe(0);
  });

  it('uses recorded promos, and counts dropped codes', async () => {
    const { code: promo_code } = await aPromo(app, tenant);
    const both = { referral_code: john.code, promo_code };
    await saveProgram(app, tenant, CREDIT);
    await aReferee(app, tenant, both); // dropped
    await saveProgram(app, tenant, { ...CREDIT, referral_keep_attribution: true });
    await aReferee(app, tenant, both); // kept, for the referrer only
    const { referrals, dropped_by_promo, current, proposed } = await preview({
      ...CREDIT,
      referral_keep_attribution: false,
    });
    expect([referrals, dropped_by_promo]).toEqual([1, 1]);
    expect(current).toMatchObject({ cost_cents: cents(20), left_out: { promo_not_combinable: 1 } });
    expect(proposed).toMatchObject({ cost_cents: 0, left_out: { promo_not_combinable: 2 } });
  });

  it('costs nothing when off, and reads nothing of another tenant', async () => {
    await friends(1);
    const off = await preview({ referral_enabled: false });
    expect(off.proposed).toMatchObject({ cost_cents: 0, left_out: { program_off: 2 } });
    const { body } = await ask(CREDIT, await aTenant(app));
    expect([body.referrals, body.current.cost_cents, body.actual.cost_cents]).toEqual([0, 0, 0]);
  });

  it('returns what a script could earn under the new terms, if anything', async () => {
    const earns = { referrer: { type: 'credit', value: 20 }, referee: { type: 'credit', value: 5 } };
    expect((await preview(CREDIT)).exposure).toEqual({
      ...earns,
      newcomers_per_hour: null, // this service limits nobody
      amount_cents_per_hour: null,
      usable_after_days: 0,
      bounded_by: [],
    });
    expect(
      (await preview({ ...CREDIT, referral_budget_cents: 50_000, referral_hold_days: 7 })).exposure,
    ).toEqual({
      ...earns,
      newcomers_per_hour: null,
      amount_cents_per_hour: 50_000,
      usable_after_days: 7,
      bounded_by: ['referral_budget_cents'],
    });
    expect(await preview({ ...CREDIT, referral_qualify_on: 'manual' })).not.toHaveProperty('exposure');
    expect(await preview({ ...CREDIT, referral_enabled: false })).not.toHaveProperty('exposure');
  });
});

describe('/api/referrals/config/preview', () => {
  const credit = (value: number): object => ({
    referral_reward_referee_type: 'credit',
    referral_reward_referee_value: value,
  });

  it.each([
    ['USD', { referral_reward_value: 100.01 }, 'referral_reward_value'],
    ['USD', credit(0.001), 'referral_reward_referee_value'],
    ['JPY', credit(0.5), 'referral_reward_referee_value'],
    ['KWD', credit(0.0001), 'referral_reward_referee_value'],
    ['USD', { referral_hold_days: 91 }, 'referral_hold_days'],
    ['USD', { made_up: 1 }, 'made_up'],
  ] as const)('refuses, in %s, %j as a save does', async (currency, wrong, field) => {
    const { admin } = await aTenant(app, { currency });
    const request = changed(GIVE_TEN_GET_TEN, wrong);
    const refused = expectInvalid(await app.post(PATH, request, admin), field);
    const save = expectInvalid(await app.put('/api/referrals/config', request, admin), field);
    expect(refused.errors).toEqual(save.errors);
  });
});
