import { DEFAULT_PROGRAM, type ProgramSettings, type RewardTerms } from '../config/program-terms.js';
import { allowancesOf } from './allowances.js';
import { periodOf } from './allowance-period.js';

const AT = new Date('2031-03-10T12:00:00Z');
const CREDIT: RewardTerms = { type: 'credit', units: 2000 };
const FIXED: RewardTerms = { type: 'discount_fixed', units: 500 };
const PERCENT: RewardTerms = { type: 'discount_percent', units: 1000 };

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

describe('what a reward takes of the limits', () => {
  it.each([
    ['referrer', CREDIT, LIMITED, [ofReferrer, ofBudget(2000)]],
    ['referrer', FIXED, LIMITED, [ofReferrer, ofBudget(500)]],
    ['referrer', PERCENT, LIMITED, [ofReferrer]],
    ['referee', CREDIT, LIMITED, [ofBudget(2000)]],
    ['referee', PERCENT, LIMITED, []],
    ['referrer', CREDIT, settings({}), []],
    ['referrer', CREDIT, settings({ maxRewards: 3, maxRewardsPeriod: 'year' }), [ofReferrer]],
    ['referrer', CREDIT, settings({ budgetCents: 9000 }), [ofBudget(2000)]],
  ] as const)('%s, %j', (role, terms, program, claims) => {
    expect(allowancesOf({ role, customerId: 'cus_1', terms }, program, AT)).toEqual(claims);
  });
});
