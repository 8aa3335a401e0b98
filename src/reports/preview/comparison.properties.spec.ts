import fc from 'fast-check';
import {
  DEFAULT_PROGRAM,
  MAX_REWARDS_PERIODS,
  type Program,
  ON_REFUND,
  QUALIFY_ON,
} from '../../config/program-terms.js';
import { periodOf } from '../../config/allowances.js';
import { REWARD_STATUSES } from '../../referral/standing/reward-status.js';
import { VALUE_TYPES } from '../../tenant/value.js';
import { recordedReferral } from '../../../test/support/recorded-referral.js';
import { credit, fixed, percent, valueOf } from '../../../test/support/values.js';
import { type Comparable, Comparison } from './comparison.js';
import type { RecordedReferral } from './recorded-referral.js';

const SINCE = new Date('2026-08-24T16:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;
const at = (day: number): Date => new Date(SINCE.getTime() + day * DAY_MS);
const RUNS = { numRuns: 500 };

const upTo = (units: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: units });
const terms = fc.oneof(upTo(10_000).map(percent), upTo(5000).map(credit), upTo(5000).map(fixed));
const settings = fc.record({
  qualifyOn: fc.constantFrom(...QUALIFY_ON),
  minInvoiceCents: fc.option(fc.integer({ min: 1, max: 20_000 })),
  onRefund: fc.constantFrom(...ON_REFUND),
  holdDays: fc.constant(0),
  rewardExpiresDays: fc.constant(null),
  maxRewards: fc.option(fc.integer({ min: 1, max: 3 })),
  maxRewardsPeriod: fc.constantFrom(...MAX_REWARDS_PERIODS),
  budgetCents: fc.option(fc.integer({ min: 0, max: 20_000 })),
  keepAttribution: fc.boolean(),
  referrerNameDisplay: fc.constant('full' as const),
});
const program: fc.Arbitrary<Program> = fc.record({
  enabled: fc.oneof({ arbitrary: fc.constant(true), weight: 5 }, fc.constant(false)),
  referrer: terms,
  referee: terms,
  settings,
});
const reward = fc
  .tuple(
    fc
      .record({ type: fc.constantFrom(...VALUE_TYPES), units: fc.integer({ min: 1, max: 10_000 }) })
      .map(valueOf),
    fc.record({
      status: fc.constantFrom(...REWARD_STATUSES),
      qualified: fc.boolean(),
      baseCents: fc.option(upTo(100_000)),
    }),
  )
  .map(([value, earned]) => ({ ...value, ...earned }));
const referral: fc.Arbitrary<RecordedReferral> = fc.record({
  createdAt: fc.integer({ min: 0, max: 89 }).map(at),
  referrerId: fc.constantFrom('john', 'mary', 'li'),
  status: fc.constantFrom('pending', 'qualified', 'qualified', 'qualified', 'rejected', 'reversed'),
  qualifyOn: fc.constantFrom(...QUALIFY_ON),
  minInvoiceCents: fc.option(fc.integer({ min: 1, max: 20_000 })),
  held: fc.boolean(),
  largestInvoiceCents: upTo(20_000),
  besidePromo: fc.boolean(),
  referrer: fc.option(reward),
  referee: fc.option(reward),
});
/** What was earned before is the same for each referral of a referrer. */
const history: fc.Arbitrary<Comparable[]> = fc
  .tuple(
    fc.array(referral, { maxLength: 30 }),
    fc.record({ john: fc.nat(2), mary: fc.nat(2), li: fc.nat(2) }),
    fc.nat(10_000),
  )
  .map(([referrals, earned, budgetCents]) =>
    referrals
      .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
      .map((one) => {
        const before = { referrerRewards: earned[one.referrerId as 'john'], budgetCents };
        return { referral: one, beforeCurrent: before, beforeProposed: before };
      }),
  );

function compare(current: Program, proposed: Program, referrals: readonly Comparable[]): Comparison {
  const comparison = new Comparison(current, proposed, SINCE);
  for (const one of referrals) comparison.add(one);
  return comparison;
}

const limitless = (of: Program): Program => ({
  ...of,
  settings: { ...of.settings, maxRewards: null, budgetCents: null },
});

describe('the replay of a program', () => {
  it('differs in nothing from that of the same terms', () => {
    fc.assert(
      fc.property(program, history, (same, referrals) => {
        const { current, proposed, affected } = compare(same, structuredClone(same), referrals);
        expect(affected).toBe(0);
        expect(proposed.costCents).toBe(current.costCents);
        expect(proposed.leftOut).toEqual(current.leftOut);
      }),
      RUNS,
    );
  });

  it('costs nothing by terms that give nothing, nor by a program that is off', () => {
    const nothing = credit(0);
    fc.assert(
      fc.property(program, history, (one, referrals) => {
        const zero = compare(one, { ...one, referrer: nothing, referee: nothing }, referrals).proposed;
        const off = compare(one, { ...one, enabled: false }, referrals).proposed;
        expect([zero.costCents, zero.waitingCents, zero.referrer.rewards + zero.referee.rewards]).toEqual([
          0, 0, 0,
        ]);
        expect([off.costCents, off.waitingCents, off.leftOut.program_off]).toEqual([
          0,
          0,
          2 * referrals.length,
        ]);
      }),
      RUNS,
    );
  });

  it('costs twice as much by twice the credit, where nothing limits it', () => {
    const amount = fc.integer({ min: 1, max: 10 ** 11 });
    fc.assert(
      fc.property(program, amount, amount, history, (one, referrer, referee, referrals) => {
        const giving = (times: number): Program => ({
          ...limitless(one),
          referrer: credit(referrer * times),
          referee: credit(referee * times),
        });
        const { current, proposed } = compare(giving(1), giving(2), referrals);
        expect(proposed.costCents).toBe(2 * current.costCents);
        expect(proposed.waitingCents).toBe(2 * current.waitingCents);
      }),
      RUNS,
    );
  });

  it('accounts for both sides of each referral, once', () => {
    fc.assert(
      fc.property(program, history, (one, referrals) => {
        const { referrer, referee, leftOut } = compare(one, one, referrals).current;
        const out = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
        expect(referrer.rewards + referee.rewards + out).toBe(2 * referrals.length);
      }),
      RUNS,
    );
  });

  it("never passes a month's budget, with what was earned in it before", () => {
    fc.assert(
      fc.property(program, fc.integer({ min: 0, max: 20_000 }), history, (one, budgetCents, referrals) => {
        const limited = { ...one, settings: { ...one.settings, budgetCents } };
        for (const month of new Set(referrals.map(({ referral: { createdAt } }) => monthOf(createdAt)))) {
          const until = referrals.filter(({ referral: { createdAt } }) => monthOf(createdAt) <= month);
          const earlier = until.filter(({ referral: { createdAt } }) => monthOf(createdAt) < month);
          const budgeted = (some: readonly Comparable[]): number => {
            const { referrer, referee, waitingCents } = compare(limited, limited, some).current;
            const fixed = [referrer, referee].map(({ creditCents, fixedCents }) => creditCents + fixedCents);
            return waitingCents + fixed.reduce((sum, cents) => sum + cents, 0);
          };
          const before = month === monthOf(SINCE) ? (referrals[0]?.beforeCurrent.budgetCents ?? 0) : 0;
          expect(budgeted(until) - budgeted(earlier)).toBeLessThanOrEqual(Math.max(0, budgetCents - before));
        }
      }),
      RUNS,
    );
  });

  it("never passes a referrer's limit, with what was earned in the period before", () => {
    const limits = fc.record({
      maxRewards: fc.integer({ min: 1, max: 3 }),
      maxRewardsPeriod: fc.constantFrom(...MAX_REWARDS_PERIODS),
    });
    fc.assert(
      fc.property(program, limits, history, (one, limit, referrals) => {
        const limited = { ...one, settings: { ...one.settings, ...limit } };
        const { maxRewards, maxRewardsPeriod } = limit;
        const earned = new Map<string, number>();
        const replay = new Comparison(limited, limited, SINCE);
        for (const each of referrals) {
          const before = replay.current.referrer.rewards;
          replay.add(each);
          if (replay.current.referrer.rewards === before) continue;
          const { createdAt, referrerId } = each.referral;
          const period = periodOf(maxRewardsPeriod, createdAt);
          const key = `${referrerId} ${period.name}`;
          const first = period.start <= SINCE ? each.beforeCurrent.referrerRewards : 0;
          earned.set(key, (earned.get(key) ?? first) + 1);
          expect(earned.get(key)).toBeLessThanOrEqual(maxRewards);
        }
      }),
      RUNS,
    );
  });

  const BEFORE = { referrerRewards: 0, budgetCents: 0 };
  const one = (changes: Partial<RecordedReferral> = {}): Comparable => ({
    beforeCurrent: BEFORE,
    beforeProposed: BEFORE,
    referral: recordedReferral(changes),
  });
  const crediting = (changes: Partial<Program['settings']> = {}): Program => ({
    enabled: true,
    referrer: credit(2000),
    referee: credit(500),
    settings: { ...DEFAULT_PROGRAM.settings, ...changes },
  });

  const onInvoiceOf = (minInvoiceCents: number | null): Partial<Program['settings']> => ({
    qualifyOn: 'first_invoice',
    minInvoiceCents,
  });

  it.each<[string, Partial<RecordedReferral>, Partial<Program['settings']>, object]>([
    ['an enrollment', {}, {}, { costCents: 2500, waitingCents: 0 }],
    ['no invoice', {}, { qualifyOn: 'first_invoice' }, { costCents: 0, waitingCents: 2500 }],
    ['an invoice', { largestInvoiceCents: 1 }, onInvoiceOf(null), { costCents: 2500, waitingCents: 0 }],
    ['an invoice of the minimum', { largestInvoiceCents: 20 }, onInvoiceOf(20), { costCents: 2500 }],
    ['an invoice below it', { largestInvoiceCents: 19 }, onInvoiceOf(20), { costCents: 0 }],
    ['nobody who approved it', {}, { qualifyOn: 'manual' }, { costCents: 0, waitingCents: 2500 }],
    ['an approval', { qualifyOn: 'manual' }, { qualifyOn: 'manual' }, { costCents: 2500 }],
    ['an approval', { qualifyOn: 'manual' }, { qualifyOn: 'first_invoice' }, { costCents: 2500 }],
    ['an open review', { status: 'pending', held: true }, {}, { costCents: 0, waitingCents: 2500 }],
    ['a rejection', { status: 'rejected' }, {}, { costCents: 0, waitingCents: 0 }],
    ['an excluding promo', { besidePromo: true }, {}, { costCents: 0, waitingCents: 0 }],
    ['an excluding promo', { besidePromo: true }, { keepAttribution: true }, { costCents: 2000 }],
    ['a budget for one side', {}, { budgetCents: 2000 }, { costCents: 500 }],
  ])('after %s (%j) under %j comes to %j', (_, recorded, changes, expected) => {
    const { proposed } = compare(DEFAULT_PROGRAM, crediting(changes), [one(recorded)]);
    expect(proposed).toMatchObject(expected);
  });

  it('prices a percentage by the invoice that used that of the side, and counts apart what has none', () => {
    const used = { ...percent(1000), status: 'applied', qualified: true } as const;
    const referrals = [
      one({ referee: { ...used, baseCents: 10_005 } }),
      one({ referee: { ...used, status: 'available', baseCents: null } }),
      one({ referee: { ...used, ...credit(1000), baseCents: 7000 } }),
    ];
    const proposed = { ...crediting(), referee: percent(1500) };
    const { proposed: replay, actual } = compare(crediting(), proposed, referrals);
    expect(replay.referee).toMatchObject({
      ...{ rewards: 3, percentRewards: 3, averagePercent: 15, percentCents: 1501, percentUnpriced: 2 },
      costCents: 1501,
    });
    expect(actual.referee).toMatchObject({ rewards: 3, percentCents: 1001, creditCents: 1000 });
  });
});

const monthOf = (moment: Date): string => moment.toISOString().slice(0, 7);
