import { type ExampleDiscount, stackingExample } from './stacking-example.js';

const promo = (type: ExampleDiscount['type'], value: number): ExampleDiscount => ({
  source: 'promo',
  type,
  value,
});
const referral = (type: ExampleDiscount['type'], value: number): ExampleDiscount => ({
  source: 'referral',
  type,
  value,
});

describe('the example of an invoice', () => {
  it.each([
    [
      '20 % and 10 % of $100',
      [promo('discount_percent', 20), referral('discount_percent', 10)],
      [2000, 800],
      7200,
    ],
    ['20 % alone', [promo('discount_percent', 20)], [2000], 8000],
    [
      'a percentage first',
      [promo('discount_fixed', 20), referral('discount_percent', 10)],
      [1000, 2000],
      7000,
    ],
    ['credit last', [referral('credit', 20), promo('discount_fixed', 90)], [9000, 1000], 0],
    ['never below zero', [promo('discount_fixed', 150), referral('discount_percent', 10)], [1000, 9000], 0],
    ['nothing', [], [], 10_000],
  ])('takes off %s', (_, discounts, amounts, total) => {
    const { lines, totalCents } = stackingExample(10_000, discounts, 2);
    expect(lines.map(({ amountCents }) => amountCents)).toEqual(amounts);
    expect(totalCents).toBe(total);
  });

  it('rounds half a cent up, and knows money without cents', () => {
    expect(stackingExample(50, [promo('discount_percent', 1)], 2).totalCents).toBe(49);
    expect(stackingExample(49, [promo('discount_percent', 1)], 2).totalCents).toBe(49);
    expect(stackingExample(10_000, [promo('discount_fixed', 500)], 0).totalCents).toBe(9500);
  });
});
