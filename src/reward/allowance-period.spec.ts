import { MAX_REWARDS_PERIODS, type MaxRewardsPeriod } from '../config/program-terms.js';
import { periodOf } from './allowance-period.js';

const of = (kind: MaxRewardsPeriod, at: string): [string, string] => {
  const { name, start } = periodOf(kind, new Date(at));
  return [name, start.toISOString()];
};

const JANUARY = ['2026-01', '2026-01-01T00:00:00.000Z'];
const DECEMBER = ['2025-12', '2025-12-01T00:00:00.000Z'];
const YEAR_2026 = ['2026', '2026-01-01T00:00:00.000Z'];
const YEAR_2025 = ['2025', '2025-01-01T00:00:00.000Z'];

describe('periodOf', () => {
  it.each<[MaxRewardsPeriod, string, string[]]>([
    ['month', '2026-01-01T00:00:00Z', JANUARY],
    ['month', '2026-01-31T23:59:59.999Z', JANUARY],
    ['month', '2026-02-01T00:00:00Z', ['2026-02', '2026-02-01T00:00:00.000Z']],
    ['month', '2028-02-29T12:00:00Z', ['2028-02', '2028-02-01T00:00:00.000Z']],
    ['month', '2025-12-31T23:59:59.999Z', DECEMBER],
    ['year', '2026-01-01T00:00:00Z', YEAR_2026],
    ['year', '2026-12-31T23:59:59.999Z', YEAR_2026],
    ['year', '2025-12-31T23:59:59.999Z', YEAR_2025],
  ])('a %s at %s is that of the calendar', (kind, at, period) => {
    expect(of(kind, at)).toEqual(period);
  });

  it('is that of UTC, wherever somebody is', () => {
    expect(of('month', '2026-01-01T01:00:00+02:00')).toEqual(DECEMBER);
    expect(of('month', '2025-12-31T23:00:00-08:00')).toEqual(JANUARY);
    expect(of('year', '2026-01-01T13:59:59+14:00')).toEqual(YEAR_2025);
    expect(of('year', '2025-12-31T12:00:00-12:00')).toEqual(YEAR_2026);
  });

  it('is one and the same for ever, from before the first reward', () => {
    const ever = ['ever', '1970-01-01T00:00:00.000Z'];
    expect(of('ever', '2026-01-01T00:00:00Z')).toEqual(ever);
    expect(of('ever', '2031-07-09T08:30:00Z')).toEqual(ever);
  });

  it.each(MAX_REWARDS_PERIODS)('begins no later than the moment it is asked about: %s', (kind) => {
    const start = '2026-01-01T00:00:00.000Z';
    expect(of(kind, start)[1] <= start).toBe(true);
  });

  it('never gives two kinds of period one name', () => {
    const at = '2026-01-01T00:00:00Z';
    expect(new Set(MAX_REWARDS_PERIODS.map((kind) => of(kind, at)[0])).size).toBe(MAX_REWARDS_PERIODS.length);
  });
});
