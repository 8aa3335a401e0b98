import {
  bodyOf,
  discountOf,
  exampleSubtotal,
  fromLocalField,
  toLocalField,
  valuesOf,
} from './promo-form-values.js';

const PROMO = {
  id: 'pro_1',
  code: 'SUMMER25',
  discount_type: 'discount_percent',
  discount_value: 25,
  combinable_with_referral: true,
  active: true,
  starts_at: '2026-05-01T09:05:07.123Z',
  ends_at: null,
  max_redemptions: 10,
  redemption_count: 3,
  created_at: '2026-04-01T00:00:00Z',
} as const;

describe('the form of a promo', () => {
  it('requests the same promo when nothing was edited, seconds included', () => {
    const { id: _, redemption_count: __, created_at: ___, ...fields } = PROMO;
    expect(bodyOf(valuesOf(PROMO), PROMO)).toEqual(fields);
  });

  it('omits empty fields, and leaves a missing number to the API', () => {
    const body = bodyOf(valuesOf());
    expect(body).toMatchObject({ starts_at: null, ends_at: null, max_redemptions: null });
    expect(body.discount_value).toBeNaN();
  });

  it.each([
    ['', null],
    ['0', null],
    ['101', null],
    ['100', { type: 'discount_percent', value: 100 }],
  ])('takes %j per cent as a discount: %j', (discount_value, discount) => {
    expect(discountOf({ ...valuesOf(), discount_value })).toEqual(discount);
  });

  it('shows the effect on 100.00, or on 10,000 without cents', () => {
    expect(exampleSubtotal({ code: 'USD', digits: 2 })).toBe(10_000);
    expect(exampleSubtotal({ code: 'JPY', digits: 0 })).toBe(10_000);
    expect(exampleSubtotal({ code: 'KWD', digits: 3 })).toBe(100_000);
  });
});

describe('a field for a local day and time', () => {
  it('holds the moment it was given, to the minute', () => {
    const field = toLocalField('2026-05-01T09:05:00.000Z');
    expect(field).toMatch(/^2026-0[45]-\d\dT\d\d:\d5$/);
    expect(fromLocalField(field)).toBe('2026-05-01T09:05:00.000Z');
  });

  it('is empty for no moment', () => {
    expect(toLocalField(null)).toBe('');
    expect(fromLocalField('')).toBeNull();
  });
});
