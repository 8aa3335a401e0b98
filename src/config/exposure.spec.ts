import fc from 'fast-check';
import { MAX_CENTS } from '../common/money.js';
import { type Value, VALUE_TYPES } from '../tenant/value.js';
import { exposureOf } from './exposure.js';
import { DEFAULT_PROGRAM, type Program, type ProgramSettings } from './program-terms.js';
import { CURRENCIES } from '../../test/support/currencies.js';
import { credit, fixed, percent, valueOf } from '../../test/support/values.js';

const NOTHING: Value = credit(0);
const program = (
  referrer: Value,
  referee: Value = NOTHING,
  settings: Partial<ProgramSettings> = {},
): Program => ({
  enabled: true,
  referrer,
  referee,
  settings: { ...DEFAULT_PROGRAM.settings, ...settings },
});

describe.each(CURRENCIES)('exposureOf, in $currency', ({ currency, cents }) => {
  it("computes the hourly exposure of the guide's example", () => {
    expect(exposureOf(program(credit(cents(20)), percent(1500)), currency, 120)).toEqual({
      referrer: { type: 'credit', value: 20 },
      referee: { type: 'discount_percent', value: 15 },
      newcomers_per_hour: 7200,
      amount_cents_per_hour: 7200 * cents(20),
      usable_after_days: 0,
      bounded_by: [],
    });
  });

  it.each<[string, Program, number, number | null]>([
    ['both sides', program(credit(2000), fixed(500)), 1, 60 * 2500],
    ['one side, whoever it is', program(fixed(1005)), 2, 120 * 1005],
    ['the side of the friend alone', program(NOTHING, credit(500)), 1, 60 * 500],
    ['a reward as high as the budget', program(credit(2000), NOTHING, { budgetCents: 2000 }), 1, 2000],
    ['percentages only', program(percent(1000), percent(1000)), 120, 0],
    ['a limit for a referrer', program(credit(2000), NOTHING, { maxRewards: 5 }), 120, 10_000],
    ['which is not for friends', program(credit(2000), credit(1), { maxRewards: 5 }), 1, 10_060],
    ['a budget', program(credit(2000), credit(2000), { budgetCents: 50_000 }), 120, 50_000],
    ['the lower of both', program(credit(2000), NOTHING, { maxRewards: 5, budgetCents: 9000 }), 120, 9000],
    ['a limit that no hour reaches', program(credit(1), NOTHING, { maxRewards: 1_000_000 }), 1, 60],
    ['no limit on requests', program(credit(2000)), 0, null],
    ['no such limit, but one for a referrer', program(credit(2000), percent(1), { maxRewards: 3 }), 0, 6000],
    ['no such limit, and one for one side only', program(credit(1), fixed(1), { maxRewards: 3 }), 0, null],
    ['no such limit, but a budget', program(credit(1), fixed(1), { budgetCents: 700 }), 0, 700],
    ['more than can be counted', program(credit(MAX_CENTS)), 1_000_000, Number.MAX_SAFE_INTEGER],
  ])('counts %s', (_, terms, publicLimit, amount) => {
    expect(exposureOf(terms, currency, publicLimit)?.amount_cents_per_hour).toBe(amount);
  });

  it('does not measure percentages by the budget', () => {
    const exposure = exposureOf(program(percent(1000), NOTHING, { budgetCents: 0 }), currency, 120);
    expect(exposure?.referrer).toEqual({ type: 'discount_percent', value: 10 });
  });

  it('returns the bounding settings and the hold time', () => {
    const settings = { maxRewards: 5, budgetCents: 100_000, holdDays: 14 };
    expect(exposureOf(program(credit(2000), NOTHING, settings), currency, 0)).toMatchObject({
      newcomers_per_hour: null,
      usable_after_days: 14,
      bounded_by: ['referral_max_rewards_per_referrer', 'referral_budget_cents'],
    });
  });

  it.each<[string, Program]>([
    ['a program that is off', { ...program(credit(2000)), enabled: false }],
    ['rewards of nothing', program(NOTHING)],
    ['a program that waits for an invoice', program(credit(1), NOTHING, { qualifyOn: 'first_invoice' })],
    ['a program that waits for somebody', program(credit(1), NOTHING, { qualifyOn: 'manual' })],
    ['a budget with no room for a single reward', program(credit(2000), fixed(2000), { budgetCents: 1999 })],
  ])('returns nothing for %s', (_, terms) => {
    expect(exposureOf(terms, currency, 120)).toBeUndefined();
  });

  it('never exceeds budget and limits, and is always an integer', () => {
    const terms = fc
      .record({
        type: fc.constantFrom(...VALUE_TYPES),
        units: fc.integer({ min: 0, max: MAX_CENTS }),
      })
      .map(valueOf);
    const limits = fc.record({
      maxRewards: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
      budgetCents: fc.option(fc.integer({ min: 0, max: MAX_CENTS })),
    });
    fc.assert(
      fc.property(terms, terms, limits, fc.nat(1_000_000), (referrer, referee, settings, publicLimit) => {
        const exposure = exposureOf(program(referrer, referee, settings), currency, publicLimit);
        const amount = exposure?.amount_cents_per_hour ?? 0;
        expect(Number.isSafeInteger(amount)).toBe(true);
        expect(amount).toBeLessThanOrEqual(settings.budgetCents ?? Number.MAX_SAFE_INTEGER);
        const endless = exposure?.amount_cents_per_hour === null;
        expect(endless && (publicLimit > 0 || settings.budgetCents !== null)).toBe(false);
      }),
    );
  });
});

describe('exposureOf', () => {
  it.each([
    ['USD', 2050, 20.5],
    ['JPY', 2050, 2050],
    ['KWD', 2050, 2.05],
  ])('returns values in %s in major units', (currency, units, value) => {
    const exposure = exposureOf(program(credit(units), fixed(units)), currency, 120);
    expect([exposure?.referrer?.value, exposure?.referee?.value]).toEqual([value, value]);
  });
});
