import { recordedReferral } from '../../../test/support/recorded-referral.js';
import { credit } from '../../../test/support/values.js';
import { DEFAULT_PROGRAM, type Program, type ProgramSettings } from '../../config/program-terms.js';
import { type EarnedBefore, limitPeriodStart, type Outcome, ProgramReplay } from './program-replay.js';

const SINCE = new Date('2026-08-24T16:00:00Z');

const program = (settings: Partial<ProgramSettings> = {}): Program => ({
  enabled: true,
  referrer: credit(2000),
  referee: credit(500),
  settings: { ...DEFAULT_PROGRAM.settings, ...settings },
});

/** Replays referrals at these moments, and returns the outcomes for the side of the referrer. */
function replay(settings: Partial<ProgramSettings>, before: EarnedBefore, ...moments: string[]): Outcome[] {
  const one = new ProgramReplay(program(settings), SINCE);
  return moments.map((moment) => one.add(recordedReferral({ createdAt: new Date(moment) }), before).referrer);
}

const NOTHING = { referrerRewards: 0, budgetCents: 0 };
const [AUGUST, LATER, SEPTEMBER] = ['2026-08-25T00:00:00Z', '2026-08-26T00:00:00Z', '2026-09-01T00:00:00Z'];

describe('a limit of a program', () => {
  it('has room for as many rewards as it says', () => {
    const limit = { maxRewards: 2 };
    expect(replay(limit, NOTHING, AUGUST, LATER, SEPTEMBER)).toEqual(['earned', 'earned', 'capped']);
  });

  it('has room for exactly the amount that it says, of both sides', () => {
    expect(replay({ budgetCents: 2500 }, NOTHING, AUGUST)).toEqual(['earned']);
    expect(replay({ budgetCents: 2499 }, NOTHING, AUGUST)).toEqual(['over_budget']);
  });

  it('includes what was earned before the replay in its first period only', () => {
    const limit = { maxRewards: 1, maxRewardsPeriod: 'month' } as const;
    expect(replay(limit, { ...NOTHING, referrerRewards: 1 }, AUGUST, SEPTEMBER)).toEqual([
      'capped',
      'earned',
    ]);
    const before = { ...NOTHING, budgetCents: 1 };
    expect(replay({ budgetCents: 2500 }, before, AUGUST, SEPTEMBER)).toEqual(['over_budget', 'earned']);
  });
});

describe('limitPeriodStart', () => {
  it.each([
    [5, 'month', '2026-08-01T00:00:00.000Z'],
    [5, 'year', '2026-01-01T00:00:00.000Z'],
    [5, 'ever', '1970-01-01T00:00:00.000Z'],
    [null, 'month', SINCE.toISOString()],
  ] as const)('of %s rewards per %s is %s', (maxRewards, maxRewardsPeriod, start) => {
    const limited = program({ maxRewards, maxRewardsPeriod });
    expect(limitPeriodStart(limited, SINCE).toISOString()).toBe(start);
  });
});
