import type { SummaryAnswer } from '../../src/reports/analytics/summary.dto.js';
import type { SaveConfigRequest } from '../../src/config/config.dto.js';
import { DueSweepService } from '../../src/app/jobs/due-sweep.service.js';
import type { Page } from '../../src/core/http/page.js';
import type { ReferralAnswer } from '../../src/referral/referral.dto.js';
import { TrafficCounterService } from '../../src/referral/traffic/traffic-counter.service.js';
import { type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aPromo,
  aReferee,
  aReferrer,
  aTenant,
  enroll,
  redeem,
  saveProgram,
  type TestReferrer,
  type TestTenant,
} from '../support/factories.js';
import { changed, expectInvalid, inVain, pagesOf } from './expectations.js';
import { referrerGets } from './redemption-readings.js';

const EARLIER = '2026-06-17T11:59:00.000Z';
const NOW = '2026-06-17T12:00:00.000Z'; // a Wednesday
const REASON = { reason: 'a test' };

const app = useTestApp();
let tenant: TestTenant;
let john: TestReferrer;

beforeEach(async () => {
  at(EARLIER);
  tenant = await aTenant(app);
  john = await aReferrer(app, tenant, { name: 'John Doe' });
});

/** Holds the product's clock at a moment. */
function at(moment: string): void {
  app.stopClockAt(moment);
}

const ask = <Body = SummaryAnswer>(query: object = {}): Promise<Reply<Body>> =>
  app.get<Body>(`/api/analytics/summary?${new URLSearchParams({ ...query }).toString()}`, tenant.admin);
async function summary(query: object = {}): Promise<SummaryAnswer> {
  const { status, body } = await ask(query);
  expect(status).toBe(200);
  return body;
}

/** Somebody who came with John's code. */
async function aFriend(program: Partial<SaveConfigRequest> = {}): Promise<string> {
  await saveProgram(app, tenant, program);
  return (await aReferee(app, tenant, { referral_code: john.code })).customer_id;
}

describe('GET /api/analytics/summary', () => {
  it.each(CURRENCIES)('covers ninety days including today by default: in $currency', async ({ currency }) => {
    tenant = await aTenant(app, { currency });
    at(NOW);
    const { series, ...rest } = await summary();
    expect(rest).toMatchObject({
      from: '2026-03-20T00:00:00.000Z',
      to: NOW,
      interval: 'day',
      as_of: NOW,
      currency,
    });
    expect(series).toHaveLength(90);
    expect(series.at(-1)?.start).toBe('2026-06-17T00:00:00.000Z');
  });

  it('is all zeros for a new tenant', async () => {
    const zeros = { link_opened: 0, code_validated: 0, enrolled: 0, qualified: 0, rewarded: 0 };
    const { funnel, series, top_referrers, promo_overlap } = await summary({ interval: 'month' });
    expect({ funnel, top_referrers }).toEqual({ funnel: zeros, top_referrers: [] });
    expect(series.map(({ start, ...figures }) => [start.slice(0, 7), figures])).toEqual(
      ['2026-03', '2026-04', '2026-05', '2026-06'].map((month) => [month, zeros]),
    );
    expect(Object.values(promo_overlap)).toEqual([0, 0, 0, 0]);
  });

  it('follows people from the link to the reward', async () => {
    const code = { referral_code: john.code, tenant_slug: tenant.slug };
    for (let time = 0; time < 3; time++) await app.post('/api/referrals/link-opened', code);
    for (let time = 0; time < 2; time++) await app.post('/api/referrals/validate', code);
    await app.nest.get(TrafficCounterService).flush();
    await aFriend({ referral_qualify_on: 'manual' });
    const friend = await aFriend({
      referral_reward_type: 'credit',
      referral_reward_value: 20,
      referral_qualify_on: 'enrollment',
    });
    await aFriend();
    at(NOW);
    const before = await summary({ interval: 'week' });
    expect(before.funnel).toEqual({
      link_opened: 3,
      code_validated: 2,
      enrolled: 3,
      qualified: 2,
      rewarded: 0,
    });
    await redeem(app, tenant, friend); // the friend's own discount is used: now both sides have theirs
    const { funnel, series, top_referrers } = await summary({ interval: 'week' });
    expect(funnel).toEqual(changed(before.funnel, { rewarded: 1 }));
    expect(series.at(-1)).toEqual(changed(funnel, { start: '2026-06-15T00:00:00.000Z' }));
    const { id: customer_id, name, email } = john;
    expect(top_referrers).toEqual([{ customer_id, name, email, referrals: 3, qualified: 2 }]);
  });

  it('counts a referral where it was recorded, whenever it qualifies, and no more when it is taken back', async () => {
    at('2026-04-01T00:00:00.000Z');
    await aFriend({ referral_qualify_on: 'manual' });
    at(NOW);
    const { body } = await app.get<{ data: ReferralAnswer[] }>('/api/referrals', tenant.admin);
    const path = `/api/referrals/${body.data[0]?.id ?? ''}`;
    const april = async (): Promise<number[]> => {
      const { series } = await summary({ from: '2026-04-01T00:00:00Z', interval: 'month' });
      return series.map(({ qualified }) => qualified);
    };
    expect(await april()).toEqual([0, 0, 0]);
    await app.post(`${path}/approve`, REASON, tenant.admin);
    expect(await april()).toEqual([1, 0, 0]);
    await app.post(`${path}/void`, REASON, tenant.admin);
    expect(await april()).toEqual([0, 0, 0]);
  });

  it('agrees with the list of referrals, whatever its statuses are', async () => {
    await aFriend({ referral_qualify_on: 'manual' });
    await aFriend({
      ...referrerGets('credit', 20),
      referral_reward_referee_value: 0,
      referral_qualify_on: 'enrollment',
    });
    await aFriend({ referral_hold_days: 10 });
    await aFriend({ referral_reward_value: 0, referral_hold_days: 0 });
    await redeem(app, tenant, await aFriend({ referral_reward_type: 'credit', referral_reward_value: 20 }));
    const voided = await aFriend();
    const { body } = await app.get<{ data: ReferralAnswer[] }>('/api/referrals', tenant.admin);
    const gone = body.data.find(({ referee_customer_id }) => referee_customer_id === voided);
    await app.post(`/api/referrals/${gone?.id ?? ''}/void`, REASON, tenant.admin);
    at('2026-07-20T00:00:00.000Z');
    const referrals = (await pagesOf<ReferralAnswer>(app, '/api/referrals', tenant.admin, 100)).flat();
    const { funnel } = await summary();
    expect(funnel).toMatchObject({
      enrolled: referrals.length,
      qualified: referrals.filter(({ status }) => ['qualified', 'applied'].includes(status)).length,
      rewarded: referrals.filter(({ rewards_applied }) => rewards_applied).length,
    });
    expect(funnel.rewarded).toBeGreaterThan(0);
  });

  it('changes when something comes due, and not when it is booked', async () => {
    await aFriend({
      ...referrerGets('credit', 20),
      referral_reward_referee_value: 0,
      referral_hold_days: 10,
    });
    const rewarded = async (): Promise<number> =>
      (await summary({ from: '2026-06-17T00:00:00Z', interval: 'week' })).funnel.rewarded;
    at('2026-06-27T11:58:59.999Z');
    expect(await rewarded()).toBe(0);
    at('2026-06-27T11:59:00.000Z');
    expect(await inVain(app, rewarded)).toBe(1);
    expect(await app.nest.get(DueSweepService).run()).toBeGreaterThan(0);
    expect(await rewarded()).toBe(1);
  });

  it('separates promos and referral codes, and counts each enrollment once', async () => {
    const referral_code = john.code;
    const combinable = (await aPromo(app, tenant, { combinable_with_referral: true })).code;
    const excluding = (await aPromo(app, tenant)).code;
    const brought = [
      { referral_code },
      { referral_code, promo_code: 'NO-SUCH-PROMO' },
      { promo_code: excluding },
      { promo_code: combinable },
      { promo_code: combinable, referral_code: 'ABCDEFGH' },
      { referral_code, promo_code: combinable },
      { referral_code, promo_code: excluding },
      {},
      { referral_code: 'ABCDEFGH' },
    ];
    for (const codes of brought) await enroll(app, tenant, codes);
    at(NOW);
    const expected = { referral_only: 2, promo_only: 3, both_applied: 1, referral_dropped: 1 };
    expect((await summary()).promo_overlap).toEqual(expected);
    await saveProgram(app, tenant, { referral_keep_attribution: true });
    await enroll(app, tenant, { referral_code, promo_code: excluding });
    at('2026-06-17T12:01:00.000Z');
    expect((await summary()).promo_overlap).toEqual({ ...expected, both_applied: 2 });
  });

  it('lists ten referrers in a stable order, and an erased one as the list does', async () => {
    const referrers = [john];
    while (referrers.length < 12) referrers.push(await aReferrer(app, tenant));
    for (const { code } of referrers) await aReferee(app, tenant, { referral_code: code });
    const last =
      referrers
        .map(({ id }) => id)
        .toSorted()
        .at(-1) ?? '';
    const most = referrers.find(({ id }) => id === last);
    await aReferee(app, tenant, { referral_code: most?.code ?? '' });
    await app.delete(`/api/customers/${last}`, tenant.admin);
    at(NOW);
    const { top_referrers } = await summary();
    const ids = referrers.map(({ id }) => id).toSorted();
    expect(top_referrers.map(({ customer_id }) => customer_id)).toEqual([last, ...ids.slice(0, 9)]);
    const { body } = await app.get<{ data: ReferralAnswer[] }>('/api/referrals?limit=1', tenant.admin);
    const { referrer_name: name, referrer_email: email } = body.data[0] ?? {};
    expect(top_referrers[0]).toEqual({ customer_id: last, name, email, referrals: 2, qualified: 2 });
    expect(name).toBe('[erased]');
  });

  it.each([
    [{ from: '2025-05-13T12:00:00Z', to: NOW }, 'interval', 'too_many_intervals'],
    [
      { from: '0001-01-01T00:00:00Z', to: '9999-12-31T00:00:00Z', interval: 'month' },
      'interval',
      'too_many_intervals',
    ],
    [{ from: '2026-06-18T00:00:00Z' }, 'to', 'empty_period'],
    [{ from: 'yesterday' }, 'from', 'is_moment'],
    [{ to: '2026-02-30T00:00:00Z' }, 'to', 'is_moment'],
    [{ interval: 'hour' }, 'interval', 'is_in'],
    [{ interval: '' }, 'interval', 'is_in'],
    [{ since: NOW }, 'since', 'unknown_field'],
  ])('refuses %o', async (query, field, code) => {
    expect(expectInvalid(await ask<never>(query), field).errors).toMatchObject([{ field, code }]);
  });

  it('takes four hundred intervals, and years long ago', async () => {
    expect((await summary({ from: '2025-05-14T12:00:00Z', to: NOW })).series).toHaveLength(400);
    const { series } = await summary({ to: '0001-02-01T00:00:00Z', interval: 'month' });
    expect(series.at(-1)?.start).toBe('0001-01-01T00:00:00.000Z');
  });
});

it('counts a reward that was withheld at first with its referral, once', async () => {
  at('2026-03-30T12:00:00.000Z');
  const limit = { referral_qualify_on: 'first_invoice', referral_max_rewards_per_referrer: 1 } as const;
  const program = { ...referrerGets('credit', 20), ...limit };
  const [first, second] = [await aFriend(program), await aFriend(program)];
  const { body } = await app.get<Page<ReferralAnswer>>('/api/referrals', tenant.admin);
  const lost = body.data.find(({ referee_customer_id }) => referee_customer_id === first);
  await app.post(`/api/referrals/${lost?.id ?? ''}/void`, REASON, tenant.admin);
  at('2026-04-02T12:00:00.000Z');
  await redeem(app, tenant, second, { amount_cents: 10_000 });
  const { funnel, series } = await summary({ from: '2026-03-01T00:00:00Z', interval: 'month' });
  expect(funnel).toMatchObject({ enrolled: 2, qualified: 1, rewarded: 1 });
  expect(series.map(({ enrolled, qualified, rewarded }) => [enrolled, qualified, rewarded])).toEqual([
    [2, 1, 1],
    [0, 0, 0],
  ]);
});
