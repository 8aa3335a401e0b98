import fc from 'fast-check';
import type { SummaryAnswer } from '../../src/reports/analytics/summary.dto.js';
import { type Interval, INTERVALS } from '../../src/reports/analytics/interval.js';
import { useTestApp } from '../support/app.js';
import { aTenant, type TestTenant } from '../support/factories.js';
import { aProgramsPast, type Enrolled, type Past, type PastReward, writePast } from './past.js';

const NOW = '2031-06-15T12:00:00.000Z';
const ENROLLMENTS = 4_000;
const DAY_MS = 86_400_000;
const SEED = 20_310_615;

interface Question {
  readonly from: string;
  readonly to: string;
  readonly interval: Interval;
  readonly now: string;
}

interface Recorded {
  readonly at: string;
  readonly referrer: string;
  readonly qualified: boolean;
  readonly rewarded: boolean;
}

const ZEROS = { link_opened: 0, code_validated: 0, enrolled: 0, qualified: 0, rewarded: 0 };
const FIGURES = Object.keys(ZEROS) as (keyof typeof ZEROS)[];

function startOf(interval: Interval, moment: string): string {
  const day = moment.slice(0, 10);
  if (interval === 'month') return `${day.slice(0, 8)}01T00:00:00.000Z`;
  let at = Date.parse(`${day}T00:00:00.000Z`);
  while (interval === 'week' && new Date(at).getUTCDay() !== 1) at -= DAY_MS;
  return new Date(at).toISOString();
}

const isApplied = ({ status, type, availableAt }: PastReward, now: string): boolean =>
  status === 'applied' ||
  (status === 'pending' && type === 'credit' && availableAt !== null && availableAt <= now);

const recordedIn = (past: readonly Enrolled[], now: string): Recorded[] =>
  past.flatMap(({ at, referral }) => {
    if (typeof referral === 'string') return [];
    const { referrer, status, rewards } = referral;
    const qualified = status === 'qualified';
    const rewarded = qualified && rewards.length > 0 && rewards.every((reward) => isApplied(reward, now));
    return [{ at, referrer, qualified, rewarded }];
  });

function seriesOf(
  { traffic }: Past,
  recorded: readonly Recorded[],
  question: Question,
): SummaryAnswer['series'] {
  const { from, to, interval } = question;
  const series = new Map<string, typeof ZEROS>();
  const first = Date.parse(`${from.slice(0, 10)}T00:00:00.000Z`);
  for (let day = first; from < to && day < Date.parse(to); day += DAY_MS) {
    const date = new Date(day).toISOString();
    const entry = series.get(startOf(interval, date)) ?? { ...ZEROS };
    const [opened, validated] = traffic.get(date.slice(0, 10)) ?? [0, 0];
    entry.link_opened += opened;
    entry.code_validated += validated;
    series.set(startOf(interval, date), entry);
  }
  for (const { at, qualified, rewarded } of recorded) {
    const entry = series.get(startOf(interval, at)) ?? { ...ZEROS };
    entry.enrolled += 1;
    entry.qualified += Number(qualified);
    entry.rewarded += Number(rewarded);
  }
  return [...series].map(([start, entry]) => ({ start, ...entry }));
}

function topOf(recorded: readonly Recorded[]): SummaryAnswer['top_referrers'] {
  const top = new Map<string, { referrals: number; qualified: number }>();
  for (const { referrer, qualified } of recorded) {
    const one = top.get(referrer) ?? { referrals: 0, qualified: 0 };
    top.set(referrer, { referrals: one.referrals + 1, qualified: one.qualified + Number(qualified) });
  }
  return [...top]
    .sort(
      ([idA, a], [idB, b]) => b.referrals - a.referrals || b.qualified - a.qualified || (idA < idB ? -1 : 1),
    )
    .slice(0, 10)
    .map(([id, counts]) => ({
      customer_id: id,
      name: `Name of ${id}`,
      email: `${id.toLowerCase()}@example.com`,
      ...counts,
    }));
}

function overlapOf(past: readonly Enrolled[]): SummaryAnswer['promo_overlap'] {
  const overlap = { referral_only: 0, promo_only: 0, both_applied: 0, referral_dropped: 0 };
  for (const { referral, promo } of past) {
    if (referral === 'dropped') overlap.referral_dropped += 1;
    else if (typeof referral === 'object')
      overlap[promo === 'applied' ? 'both_applied' : 'referral_only'] += 1;
    else if (promo === 'applied') overlap.promo_only += 1;
  }
  return overlap;
}

/** The same question without a line of the product: moments as text, loops, and no SQL. */
function naive(past: Past, question: Question): Omit<SummaryAnswer, keyof Question | 'as_of' | 'currency'> {
  const within = past.enrollments.filter(({ at }) => at >= question.from && at < question.to);
  const recorded = recordedIn(within, question.now);
  const series = seriesOf(past, recorded, question);
  const funnel = { ...ZEROS };
  for (const figure of FIGURES) for (const entry of series) funnel[figure] += entry[figure];
  return { funnel, series, top_referrers: topOf(recorded), promo_overlap: overlapOf(within) };
}

describe('the summary of thousands of referrals', () => {
  const app = useTestApp();
  let ours: TestTenant;
  let theirs: TestTenant;
  const past = aProgramsPast(ENROLLMENTS, NOW, SEED);
  const othersPast = aProgramsPast(500, NOW, SEED + 1);

  beforeAll(async () => {
    [ours, theirs] = [await aTenant(app), await aTenant(app)];
    await writePast(app, ours, past);
    await writePast(app, theirs, othersPast);
  });
  beforeEach(() => {
    at(NOW);
  });

  function at(moment: string): void {
    app.stopClockAt(moment);
  }

  async function summary(query: Record<string, string>, { admin } = ours): Promise<SummaryAnswer> {
    const path = `/api/analytics/summary?${new URLSearchParams(query).toString()}`;
    const { status, body } = await app.get<SummaryAnswer>(path, admin);
    expect(status).toBe(200);
    return body;
  }

  async function expectRight(from: string, to: string, interval: Interval, now = NOW): Promise<void> {
    at(now);
    const answer = await summary({ from, to, interval });
    const right = naive(past, { from, to, interval, now });
    expect(answer).toEqual({ from, to, interval, as_of: now, currency: 'USD', ...right });
  }

  it('has something of everything to count, so that the rest of this file can fail', async () => {
    const { funnel, promo_overlap, top_referrers } = await summary({
      from: '2030-06-15T00:00:00Z',
      interval: 'week',
    });
    for (const counts of [funnel, promo_overlap])
      expect(Math.min(...(Object.values(counts) as number[]))).toBeGreaterThan(50);
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
    const right = naive(othersPast, { from, to, interval, now: NOW });
    expect(await summary({ from, to, interval }, theirs)).toMatchObject(right);
  });
});
