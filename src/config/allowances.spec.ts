import {
  DEFAULT_PROGRAM,
  MAX_REWARDS_PERIODS,
  type MaxRewardsPeriod,
  type ProgramSettings,
} from './program-terms.js';
import { credit, fixed, percent } from '../../test/support/values.js';
import { allowancesOf, periodOf, reachedShare } from './allowances.js';

const AT = new Date('2031-03-10T12:00:00Z');
const CREDIT = credit(2000);
const FIXED = fixed(500);
const PERCENT = percent(1000);

const settings = (given: Partial<ProgramSettings>): ProgramSettings => ({
  ...DEFAULT_PROGRAM.settings,
  ...given,
});
const LIMITED = settings({ maxRewards: 3, maxRewardsPeriod: 'year', budgetCents: 9000 });

const ofReferrer = {
  kind: 'referrer_rewards',
  subject: 'cus_1',
  period: periodOf('year', AT),
  limit: 3,
  amount: 1,
};
const ofBudget = (amount: number): object => ({
  kind: 'budget',
  subject: '',
  period: periodOf('month', AT),
  limit: 9000,
  amount,
});

describe('allowancesOf', () => {
  it.each([
    ['referrer', CREDIT, LIMITED, [ofReferrer, ofBudget(2000)]],
    ['referrer', FIXED, LIMITED, [ofReferrer, ofBudget(500)]],
    ['referrer', PERCENT, LIMITED, [ofReferrer]],
    ['referee', CREDIT, LIMITED, [ofBudget(2000)]],
    ['referee', PERCENT, LIMITED, []],
    ['referrer', CREDIT, settings({}), []],
    ['referrer', CREDIT, settings({ maxRewards: 3, maxRewardsPeriod: 'year' }), [ofReferrer]],
    ['referrer', CREDIT, settings({ budgetCents: 9000 }), [ofBudget(2000)]],
  ] as const)('claims the limits of a %s with %j', (role, terms, program, claims) => {
    expect(allowancesOf({ role, customerId: 'cus_1', terms }, program, AT)).toEqual(claims);
  });
});

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
  ])('returns the calendar %s of %s', (kind, at, period) => {
    expect(of(kind, at)).toEqual(period);
  });

  it('is in UTC, whatever the offset of the moment', () => {
    expect(of('month', '2026-01-01T01:00:00+02:00')).toEqual(DECEMBER);
    expect(of('month', '2025-12-31T23:00:00-08:00')).toEqual(JANUARY);
    expect(of('year', '2026-01-01T13:59:59+14:00')).toEqual(YEAR_2025);
    expect(of('year', '2025-12-31T12:00:00-12:00')).toEqual(YEAR_2026);
  });

  it('is always the same for ever, and starts before the first reward', () => {
    const ever = ['ever', '1970-01-01T00:00:00.000Z'];
    expect(of('ever', '2026-01-01T00:00:00Z')).toEqual(ever);
    expect(of('ever', '2031-07-09T08:30:00Z')).toEqual(ever);
  });

  it.each(MAX_REWARDS_PERIODS)('starts no later than the moment: %s', (kind) => {
    const start = '2026-01-01T00:00:00.000Z';
    expect(of(kind, start)[1] <= start).toBe(true);
  });

  it('gives each kind of period a different name', () => {
    const at = '2026-01-01T00:00:00Z';
    expect(new Set(MAX_REWARDS_PERIODS.map((kind) => of(kind, at)[0])).size).toBe(MAX_REWARDS_PERIODS.length);
  });
});

describe('reachedShare', () => {
  it.each([
    [10, 0, 7, undefined],
    [10, 7, 8, 80],
    [10, 8, 9, undefined],
    [10, 9, 10, 100],
    [10, 0, 10, 100],
    [10, 10, 10, undefined],
    [1, 0, 1, 100],
    [3, 1, 2, undefined], // 67 %
    [5, 3, 4, 80],
  ])('of a limit of %d, from %d to %d, is %s', (limit, before, after, share) => {
    expect(reachedShare(limit, before, after)).toBe(share);
  });
});
