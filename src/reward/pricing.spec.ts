import { price, type PriceBreakdown } from './pricing.js';
import type { DiscountValue } from '../tenant/value.js';
import { credit as creditOf, fixed, percent } from '../../test/support/values.js';
import type { Discount } from './waterfall.js';

type Given = Parameters<typeof price>;
/** A percentage, or an amount in the currency's smallest unit. */
type Value = `${number}%` | number;
/** Days of one month: `since` is when it was earned or granted, `until` when it expires. */
interface Days {
  readonly since?: number;
  readonly until?: number;
}

const day = (n: number): Date => new Date(Date.UTC(2026, 0, n));
const dates = ({ since = 1, until }: Days): Pick<Discount, 'since' | 'expiresAt'> => ({
  since: day(since),
  expiresAt: until === undefined ? null : day(until),
});

const valueOf = (value: Value): DiscountValue =>
  typeof value === 'number' ? fixed(value) : percent(Math.round(parseFloat(value) * 100));
const promo = (value: Value): Discount => ({ id: 'promo', source: 'promo', ...valueOf(value) });
const reward = (id: string, role: 'referee' | 'referrer', value: Value, days: Days): Discount => {
  return { id, source: 'referral', role, ...valueOf(value), ...dates(days) };
};
const referee = (value: Value, since = 1): Discount => reward('referee', 'referee', value, { since });
/** The older reward expires later, because age decides, not expiry. */
const referrer = (id: string, value: Value, since: number): Discount =>
  reward(id, 'referrer', value, { since, until: 31 - since });
const credit = (id: string, units: number, days: Days = {}): Discount => {
  return { id, source: 'credit', ...creditOf(units), role: 'referrer', ...dates(days) };
};

const basket = (promoCombinable: boolean) => {
  return (cents: number, ...discounts: Discount[]): Given => [cents, { discounts, promoCombinable }];
};
/** A price with the discounts that could be used on it. */
const on = basket(true);
/** The same, with a promo that is not combinable. */
const exclusive = basket(false);

/**
 * Formats a result: a part for each line (base - amount = running total), one for the sums (subtotal - discounts -
 * credit = total), one for each discount left out, and one for each alternative.
 */
const summarize = (priced: PriceBreakdown): string =>
  [
    ...priced.lines.map((of) => `${of.id} ${of.baseCents}-${of.amountCents}=${of.runningTotalCents}`),
    `${priced.subtotalCents}-${priced.discountCents}-${priced.creditCents}=${priced.totalCents}`,
    ...priced.leftOut.map(({ discount, reason }) => `${discount.id}: ${reason}`),
    ...priced.alternatives.map(({ combination, totalCents }) => `or ${combination.join('+')} ${totalCents}`),
  ].join(' | ');

type Row = readonly [given: Given, ...parts: string[]];

/** Every number in these tables was calculated by hand, in the currency's smallest unit. */
const STACKING: Record<string, Row> = {
  'no discount': [on(10_000), '10000-0-0=10000'],
  'one percentage': [on(10_000, promo('10%')), 'promo 10000-1000=9000 | 10000-1000-0=9000'],
  '10 % and 10 % are 19 %, not 20 %': [
    on(10_000, promo('10%'), referee('10%')),
    'promo 10000-1000=9000 | referee 9000-900=8100 | 10000-1900-0=8100',
  ],
  // Promo first: 7.5 → 8, 0.7 → 1. The other way round it would be 1.5 → 2, 6.5 → 7.
  'the promo’s percentage before the referral’s': [
    on(15, referee('10%'), promo('50%')),
    'promo 15-8=7 | referee 7-1=6 | 15-9-0=6',
  ],
  'the promo’s amount before the referral’s': [
    on(2500, referee(1000), promo(2000)),
    'promo 2500-2000=500 | referee 500-500=0 | 2500-2500-0=0',
  ],
  'percent before fixed: the referral’s percentage before the promo’s amount': [
    on(10_000, promo(2000), referee('10%')),
    'referee 10000-1000=9000 | promo 9000-2000=7000 | 10000-3000-0=7000',
  ],
  'percent before fixed: the promo’s percentage before the referral’s amount': [
    on(10_000, referee(2000), promo('25%')),
    'promo 10000-2500=7500 | referee 7500-2000=5500 | 10000-4500-0=5500',
  ],
  'percent, the promo’s amount, the referral’s amount, credit': [
    on(10_000, credit('x', 2000), referrer('a', 700, 1), promo(1000), referee('50%')),
    'referee 10000-5000=5000 | promo 5000-1000=4000 | a 4000-700=3300 | x 3300-2000=1300',
    '10000-6700-2000=1300',
  ],
  'a fixed amount above the price': [on(1500, promo(2000)), 'promo 1500-1500=0 | 1500-1500-0=0'],
  'a fixed amount equal to the price': [on(1500, promo(1500)), 'promo 1500-1500=0 | 1500-1500-0=0'],
  'a fixed amount one cent below': [on(1500, promo(1499)), 'promo 1500-1499=1 | 1500-1499-0=1'],
  'a fixed amount above what a percentage left': [
    on(10_000, promo('90%'), referee(5000)),
    'promo 10000-9000=1000 | referee 1000-1000=0 | 10000-10000-0=0',
  ],
  'nothing left for the second': [
    on(1500, promo(2000), referee(500)),
    'promo 1500-1500=0 | 1500-1500-0=0 | referee: saves_nothing',
  ],
  '100 %': [on(999, promo('100%')), 'promo 999-999=0 | 999-999-0=0'],
  '100 %: the other discounts and the credit stay unused': [
    on(999, promo('100%'), referee('10%'), credit('x', 500)),
    'promo 999-999=0 | 999-999-0=0 | referee: saves_nothing',
  ],
  'a price of 0': [
    on(0, referee(500), promo('10%'), credit('x', 500)),
    '0-0-0=0 | promo: saves_nothing | referee: saves_nothing',
  ],
};

const ROUNDING: Record<string, Row> = {
  '10 % of 5 is 0.5: up': [on(5, promo('10%')), 'promo 5-1=4 | 5-1-0=4'],
  '10 % of 4 is 0.4: nothing': [on(4, promo('10%')), '4-0-0=4 | promo: saves_nothing'],
  '50 % of 1 is 0.5: up, and free': [on(1, promo('50%')), 'promo 1-1=0 | 1-1-0=0'],
  '49.99 % of 1 is 0.4999: nothing': [on(1, promo('49.99%')), '1-0-0=1 | promo: saves_nothing'],
  '25 % of 2 is 0.5: up': [on(2, promo('25%')), 'promo 2-1=1 | 2-1-0=1'],
  '33.33 % of 3 is 0.9999: up': [on(3, promo('33.33%')), 'promo 3-1=2 | 3-1-0=2'],
  '33.33 % of 100 is 33.33: down': [on(100, promo('33.33%')), 'promo 100-33=67 | 100-33-0=67'],
  '10 % of 25 is 2.5: up, not to even': [on(25, promo('10%')), 'promo 25-3=22 | 25-3-0=22'],
  '2.5 % of 1001 is 25.025: down': [on(1001, promo('2.5%')), 'promo 1001-25=976 | 1001-25-0=976'],
  '0.01 % of 5000 is 0.5: up': [on(5000, promo('0.01%')), 'promo 5000-1=4999 | 5000-1-0=4999'],
  '0.01 % of 4999 is 0.4999': [on(4999, promo('0.01%')), '4999-0-0=4999 | promo: saves_nothing'],
  '99.99 % of 4999 is 4998.5001: up': [on(4999, promo('99.99%')), 'promo 4999-4999=0 | 4999-4999-0=0'],
  '10 % of 5 twice: 0.5 up, then 0.4': [
    on(5, promo('10%'), referee('10%')),
    'promo 5-1=4 | 5-1-0=4 | referee: saves_nothing',
  ],
  '10 % of 55 twice: 5.5 up, then 4.9 up; 19 % at once would be 10.45': [
    on(55, promo('10%'), referee('10%')),
    'promo 55-6=49 | referee 49-5=44 | 55-11-0=44',
  ],
  '100 % of the largest price': [
    on(1_000_000_000_000, promo('100%')),
    'promo 1000000000000-1000000000000=0 | 1000000000000-1000000000000-0=0',
  ],
  '33.33 % of the largest price': [
    on(1_000_000_000_000, promo('33.33%')),
    'promo 1000000000000-333300000000=666700000000 | 1000000000000-333300000000-0=666700000000',
  ],
  // 999999995001 × 9999 = 9998999950014999: .4999, which exceeds the precision of a float (it would give .5)
  '99.99 % of 999999995001 is 999899995001.4999: down': [
    on(999_999_995_001, promo('99.99%')),
    'promo 999999995001-999899995001=100000000 | 999999995001-999899995001-0=100000000',
  ],
  'JPY, no decimals: 15 % of ¥1,980 is 297; ¥500 off; ¥183 of credit': [
    on(1980, promo('15%'), referee(500), credit('x', 183)),
    'promo 1980-297=1683 | referee 1683-500=1183 | x 1183-183=1000 | 1980-797-183=1000',
  ],
  'JPY: half of ¥1,005 is 502.5: up': [on(1005, promo('50%')), 'promo 1005-503=502 | 1005-503-0=502'],
  'KWD, three decimals: 10 % of 12.345 is 1.2345: up; 1.500 off; 0.610 of credit': [
    on(12_345, promo('10%'), referee(1500), credit('x', 610)),
    'promo 12345-1235=11110 | referee 11110-1500=9610 | x 9610-610=9000 | 12345-2735-610=9000',
  ],
};

const CREDIT: Record<string, Row> = {
  'credit below the price': [on(3000, credit('x', 1999)), 'x 3000-1999=1001 | 3000-0-1999=1001'],
  'credit above the price: a part of it': [on(3000, credit('x', 5000)), 'x 3000-3000=0 | 3000-0-3000=0'],
  'a percentage applies to the price, not to what credit left': [
    on(10_000, credit('x', 5000), promo('10%')),
    'promo 10000-1000=9000 | x 9000-5000=4000 | 10000-1000-5000=4000',
  ],
  'no credit is used if discounts cover the price': [
    on(1500, credit('x', 500, { until: 1 }), referee(1500)),
    'referee 1500-1500=0 | 1500-1500-0=0',
  ],
  'the lot that expires first goes first': [
    on(10_000, credit('x', 4000, { since: 1, until: 20 }), credit('y', 2500, { since: 2, until: 10 })),
    'y 10000-2500=7500 | x 7500-4000=3500 | 10000-0-6500=3500',
  ],
  'two lots with the same expiry: the older grant first': [
    on(10_000, credit('x', 4000, { since: 2, until: 20 }), credit('y', 2500, { since: 1, until: 20 })),
    'y 10000-2500=7500 | x 7500-4000=3500 | 10000-0-6500=3500',
  ],
  'a lot that does not expire goes last, whatever its age': [
    on(10_000, credit('x', 4000, { since: 1 }), credit('y', 2500, { since: 9, until: 31 })),
    'y 10000-2500=7500 | x 7500-4000=3500 | 10000-0-6500=3500',
  ],
  'no lot expires: the older grant first': [
    on(5000, credit('x', 4000, { since: 2 }), credit('y', 2500, { since: 1 })),
    'y 5000-2500=2500 | x 2500-2500=0 | 5000-0-5000=0',
  ],
  'granted at the same time: by id': [
    on(5000, credit('y', 4000, { since: 1, until: 9 }), credit('x', 2500, { since: 1, until: 9 })),
    'x 5000-2500=2500 | y 2500-2500=0 | 5000-0-5000=0',
  ],
  'a part of the second lot, and none of the third': [
    on(3000, credit('z', 9, { since: 3 }), credit('y', 5000, { since: 2 }), credit('x', 2999)),
    'x 3000-2999=1 | y 1-1=0 | 3000-0-3000=0',
  ],
};

const REFERRER: Record<string, Row> = {
  'the oldest of three rewards, whatever its value': [
    on(10_000, referrer('a', '10%', 3), referrer('b', 500, 1), referrer('c', '50%', 2)),
    'b 10000-500=9500 | 10000-500-0=9500',
    'c: one_referrer_reward_per_invoice | a: one_referrer_reward_per_invoice',
  ],
  'the oldest is a percentage, and the fixed amount waits': [
    on(10_000, referrer('a', 9000, 2), referrer('b', '1%', 1)),
    'b 10000-100=9900 | 10000-100-0=9900 | a: one_referrer_reward_per_invoice',
  ],
  'earned at the same time: by id': [
    on(10_000, referrer('b', '20%', 1), referrer('a', '10%', 1)),
    'a 10000-1000=9000 | 10000-1000-0=9000 | b: one_referrer_reward_per_invoice',
  ],
  'combines with a reward earned as a referee: the older first': [
    on(10_000, referee('20%', 2), referrer('a', '50%', 1)),
    'a 10000-5000=5000 | referee 5000-1000=4000 | 10000-6000-0=4000',
  ],
  'every lot of credit, whatever it was earned for': [
    on(5000, credit('x', 200), credit('y', 300, { since: 2 }), referrer('a', '20%', 1)),
    'a 5000-1000=4000 | x 4000-200=3800 | y 3800-300=3500 | 5000-1000-500=3500',
  ],
  'beside a promo that is combinable': [
    on(1000, promo('10%'), referrer('b', 9, 2), referrer('a', '20%', 1), referee(9)),
    'promo 1000-100=900 | a 900-180=720 | referee 720-9=711 | 1000-289-0=711',
    'b: one_referrer_reward_per_invoice',
  ],
};

const EXCLUSIVE: Record<string, Row> = {
  'nothing to exclude': [exclusive(10_000, promo('10%')), 'promo 10000-1000=9000 | 10000-1000-0=9000'],
  // 49 * 1 % = 0.49, rounded to nothing: a promo that is not used excludes nothing.
  'a promo that saves nothing': [
    exclusive(49, promo('1%'), referee(40)),
    'referee 49-40=9 | 49-40-0=9 | promo: saves_nothing',
  ],
  'no promo': [exclusive(10_000, referee(1)), 'referee 10000-1=9999 | 10000-1-0=9999'],
  'cheaper without the promo': [
    exclusive(10_000, promo('10%'), referee('20%')),
    'promo 10000-1000=9000 | 10000-1000-0=9000 | referee: promo_not_combinable | or referral 8000',
  ],
  'more expensive without the promo': [
    exclusive(10_000, promo('30%'), referee(1000)),
    'promo 10000-3000=7000 | 10000-3000-0=7000 | referee: promo_not_combinable | or referral 9000',
  ],
  'the same without the promo': [
    exclusive(10_000, promo('10%'), referee(1000)),
    'promo 10000-1000=9000 | 10000-1000-0=9000 | referee: promo_not_combinable | or referral 9000',
  ],
  'free without the promo': [
    exclusive(10_000, promo(9999), referee(20_000)),
    'promo 10000-9999=1 | 10000-9999-0=1 | referee: promo_not_combinable | or referral 0',
  ],
  // Without the promo: 10000 - 2000 = 8000, and 3000 of credit.
  'credit is used both with and without the promo': [
    exclusive(10_000, credit('x', 3000), promo('10%'), referee('20%')),
    'promo 10000-1000=9000 | x 9000-3000=6000 | 10000-1000-3000=6000',
    'referee: promo_not_combinable | or referral+credit 5000',
  ],
  'only credit beside the promo: nothing is excluded': [
    exclusive(10_000, credit('x', 3000), promo(500)),
    'promo 10000-500=9500 | x 9500-3000=6500 | 10000-500-3000=6500',
  ],
  // Without the promo: 10000 - 10 % = 9000, - 500 = 8500; the second reward would still wait.
  'rewards of both sides are excluded; the second one earned as a referrer would wait anyway': [
    exclusive(10_000, promo('50%'), referrer('b', '20%', 2), referrer('a', 500, 1), referee('10%')),
    'promo 10000-5000=5000 | 10000-5000-0=5000 | referee: promo_not_combinable | a: promo_not_combinable',
    'b: one_referrer_reward_per_invoice | or referral 8500',
  ],
};

describe.each(Object.entries({ STACKING, ROUNDING, CREDIT, REFERRER, EXCLUSIVE }))('price: %s', (_, rows) => {
  it.each(Object.entries(rows))('%s', (_name, [[cents, basket], ...parts]) => {
    const reversed = { ...basket, discounts: basket.discounts.toReversed() };
    expect(summarize(price(cents, basket))).toBe(parts.join(' | '));
    expect(summarize(price(cents, reversed))).toBe(parts.join(' | '));
  });
});
