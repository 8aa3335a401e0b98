import fc from 'fast-check';
import type { SummaryAnswer } from '../../src/analytics/summary.dto.js';
import { type Interval, INTERVALS } from '../../src/analytics/interval.js';
import { Clock } from '../../src/common/clock.js';
import { TestApp } from '../support/app.js';
import { aTenant, type TestTenant } from '../support/factories.js';
import { aProgramsPast, type Enrolled, writePast } from './past.js';

const NOW = '2031-06-15T12:00:00.000Z';
const ENROLLMENTS = 4_000;
const DAY_MS = 86_400_000;
const SEED = 20_310_615;

/** The same question without a line of the product: moments as text, loops, and no SQL. */
function naive(
  past: readonly Enrolled[],
  traffic: ReadonlyMap<string, readonly [opened: number, validated: number]>,
  { from, to, interval, now }: { from: string; to: string; interval: Interval; now: string },
): Pick<SummaryAnswer, 'funnel' | 'series' | 'top_referrers' | 'promo_overlap'> {
  const startOf = (moment: string): string => {
    const day = moment.slice(0, 10);
    if (interval === 'month') return `${day.slice(0, 8)}01T00:00:00.000Z`;
    let at = Date.parse(`${day}T00:00:00.000Z`);
    while (interval === 'week' && new Date(at).getUTCDay() !== 1) at -= DAY_MS;
    return new Date(at).toISOString();
  };
  const zeros = { link_opened: 0, code_validated: 0, enrolled: 0, qualified: 0, rewarded: 0 };
  const series = new Map<string, typeof zeros>();
  const first = Date.parse(`${from.slice(0, 10)}T00:00:00.000Z`);
  for (let day = first; from < to && day < Date.parse(to); day += DAY_MS) {
    const date = new Date(day).toISOString();
    const entry = series.get(startOf(date)) ?? { ...zeros };
    const [opened, validated] = traffic.get(date.slice(0, 10)) ?? [0, 0];
    entry.link_opened += opened;
    entry.code_validated += validated;
    series.set(startOf(date), entry);
  }
  const top = new Map<string, { referrals: number; qualified: number }>();
  const promo_overlap = { referral_only: 0, promo_only: 0, both_applied: 0, referral_dropped: 0 };
  for (const { at, referral, promo } of past) {
    if (at < from || at >= to) continue;
    if (referral === 'dropped') promo_overlap.referral_dropped += 1;
    else if (typeof referral === 'object')
      promo_overlap[promo === 'applied' ? 'both_applied' : 'referral_only'] += 1;
    else if (promo === 'applied') promo_overlap.promo_only += 1;
    if (typeof referral !== 'object') continue;
    const { referrer, status, rewards } = referral;
    const qualified = status === 'qualified' ? 1 : 0;
    const all = rewards.every(
      (reward) =>
        reward.status === 'applied' ||
        (reward.status === 'pending' &&
          reward.type === 'credit' &&
          reward.availableAt !== null &&
          reward.availableAt <= now),
    );
    const rewarded = qualified === 1 && rewards.length > 0 && all ? 1 : 0;
    const entry = series.get(startOf(at)) ?? zeros;
    entry.enrolled += 1;
    entry.qualified += qualified;
    entry.rewarded += rewarded;
    const one = top.get(referrer) ?? { referrals: 0, qualified: 0 };
    top.set(referrer, {
      referrals: one.referrals + 1,
      qualified: one.qualified + qualified,
    });
  }
  const funnel = { ...zeros };
  for (const entry of series.values())
    for (const key of Object.keys(zeros) as (keyof typeof zeros)[]) funnel[key] += entry[key];
  return {
    funnel,
    series: [...series].map(([start, entry]) => ({ start, ...entry })),
    top_referrers: [...top]
      .map(([customer_id, counts]) => ({
        customer_id,
        name: `Name of ${customer_id}`,
        email: `${customer_id.toLowerCase()}@example.com`,
        ...counts,
      }))
      .sort(
        (a, b) =>
          b.referrals - a.referrals || b.qualified - a.qualified || (a.customer_id < b.customer_id ? -1 : 1),
      )
      .slice(0, 10),
    promo_overlap,
  };
}

describe('the summary of thousands of referrals', () => {
  let app: TestApp;
  let ours: TestTenant;
  let theirs: TestTenant;
  const past = aProgramsPast(ENROLLMENTS, NOW, SEED);
  const othersPast = aProgramsPast(500, NOW, SEED + 1);

  beforeAll(async () => {
    app = await TestApp.start();
    [ours, theirs] = [await aTenant(app), await aTenant(app)];
    await writePast(app, ours, past);
    await writePast(app, theirs, othersPast);
  });
  beforeEach(() => {
    at(NOW);
  });
  afterAll(() => app.stop());

  function at(moment: string): void {
    app.nest.get(Clock).now = (): Date => new Date(moment);
  }

  async function summary(query: Record<string, string>, { admin } = ours): Promise<SummaryAnswer> {
    const path = `/api/analytics/summary?${new URLSearchParams(query).toString()}`;
    const { status, body } = await app.get<SummaryAnswer>(path, admin);
    expect(status).toBe(200);
    return body;
  }

  async function expectRight(from: string, to: string, interval: Interval, now = NOW): Promise<void> {
    at(now);
    const { enrollments, traffic } = past;
    const answer = await summary({ from, to, interval });
    const right = naive(enrollments, traffic, { from, to, interval, now });
    expect(answer).toEqual({ from, to, interval, as_of: now, currency: 'USD', ...right });
  }

  it('has something of everything to count, so that the rest of this file can fail', async () => {
    const { funnel, promo_overlap, top_referrers } = await summary({
      from: '2030-06-15T00:00:00Z',
      interval: 'week',
    });
    for (const count of [...Object.values(funnel), ...Object.values(promo_overlap)])
      expect(count).toBeGreaterThan(50);
    expect(funnel.enrolled).toBeGreaterThan(funnel.qualified);
    expect(funnel.qualified).toBeGreaterThan(funnel.rewarded);
    expect(top_referrers).toHaveLength(10);
  });

  it.each(INTERVALS)('comes by %s to what a loop over all rows comes to', async (interval) => {
    await expectRight('2030-06-15T00:00:00.000Z', NOW, interval);
  });

  it.each([
    ['a day', '2031-03-31T00:00:00.000Z', '2031-04-01T00:00:00.000Z'],
    ['less its first millisecond', '2031-03-31T00:00:00.001Z', '2031-04-01T00:00:00.000Z'],
    ['less its last millisecond', '2031-03-31T00:00:00.000Z', '2031-03-31T23:59:59.999Z'],
    ['with the first millisecond of the next', '2031-03-31T00:00:00.000Z', '2031-04-01T00:00:00.001Z'],
    ['a year that begins on a Tuesday', '2030-12-31T23:59:59.999Z', '2031-01-06T00:00:00.000Z'],
    ['nothing but what has not come', '2032-01-01T00:00:00.000Z', '2032-02-03T00:00:00.000Z'],
    ['no time at all', '2031-03-31T12:00:00.000Z', '2031-03-31T12:00:00.000Z'],
  ])('is right to the millisecond: %s', async (_, from, to) => {
    for (const interval of INTERVALS) await expectRight(from, to, interval);
  });

  it('is right whatever the period, the interval and the moment of the question', async () => {
    const moment = fc
      .date({
        min: new Date('2030-05-01T00:00:00Z'),
        max: new Date('2031-07-01T00:00:00Z'),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString());
    const question = fc.tuple(moment, moment, fc.constantFrom(...INTERVALS), moment);
    for (const [one, other, interval, now] of fc.sample(question, { numRuns: 40, seed: SEED })) {
      const [from, to] = one < other ? [one, other] : [other, one];
      if (interval === 'day' && Date.parse(to) - Date.parse(from) > 399 * DAY_MS) continue;
      await expectRight(from, to, interval, now);
    }
  });

  it("counts nothing of another tenant's, whose ids are the same", async () => {
    const [from, to, interval] = ['2030-06-15T00:00:00.000Z', NOW, 'week'] as const;
    const right = naive(othersPast.enrollments, othersPast.traffic, { from, to, interval, now: NOW });
    expect(await summary({ from, to, interval }, theirs)).toMatchObject(right);
  });
});
