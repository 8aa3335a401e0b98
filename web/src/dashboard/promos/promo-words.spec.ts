import { promoDifferences, promoState } from './promo-words.js';

const NOW = new Date('2026-05-01T12:00:00Z');
const EARLIER = '2026-05-01T11:59:59Z';
const LATER = '2026-05-01T12:00:01Z';
const PROMO = { active: true, starts_at: null, ends_at: null, max_redemptions: null, redemption_count: 3 };

describe('the state of a promo', () => {
  it.each([
    [{}, 'active'],
    [{ starts_at: NOW.toISOString() }, 'active'],
    [{ starts_at: EARLIER, ends_at: LATER, max_redemptions: 4 }, 'active'],
    [{ starts_at: LATER }, 'scheduled'],
    [{ ends_at: NOW.toISOString() }, 'ended'],
    [{ ends_at: EARLIER, max_redemptions: 3 }, 'ended'],
    [{ max_redemptions: 3 }, 'used_up'],
    [{ max_redemptions: 3, starts_at: LATER }, 'used_up'],
    [{ active: false, ends_at: EARLIER }, 'off'],
  ] as const)('%j is %s', (part, state) => {
    expect(promoState({ ...PROMO, ...part }, NOW)).toBe(state);
  });
});

describe('promoDifferences', () => {
  const theirs = {
    ...PROMO,
    id: 'pro_1',
    code: 'SUMMER25',
    discount_type: 'discount_fixed',
    discount_value: 5,
    combinable_with_referral: false,
    created_at: NOW.toISOString(),
  } as const;

  it.each([
    [{ code: 'USD', digits: 2 }, 7.5, '$5 off', '$7.50 off'],
    [{ code: 'JPY', digits: 0 }, 75, '¥5 off', '¥75 off'],
    [{ code: 'KWD', digits: 3 }, 0.125, 'KWD 5 off', 'KWD 0.125 off'],
  ] as const)('describes theirs and yours in %j', (currency, value, before, after) => {
    const mine = { ...theirs, discount_value: value, code: 'summer25' };
    const found = promoDifferences(theirs, mine, 'en', currency);
    expect(
      found.map(({ what, theirs: t, yours }) => [what, t, yours].map((text) => text.replace(/\s/g, ' '))),
    ).toEqual([['Discount', before, after]]);
  });

  it('describes each field of the form', () => {
    const mine = {
      code: 'OTHER',
      discount_type: 'discount_percent' as const,
      discount_value: 5,
      combinable_with_referral: true,
      starts_at: EARLIER,
      ends_at: LATER,
      max_redemptions: 1000,
      active: false,
    };
    const found = promoDifferences(theirs, mine, 'en', { code: 'USD', digits: 2 });
    expect(found.map(({ what }) => what)).toEqual([
      'Code',
      'Discount',
      'With a referral',
      'Start',
      'End',
      'Maximum uses',
      'Switched on',
    ]);
    expect(found.at(-2)).toEqual({ what: 'Maximum uses', theirs: 'no limit', yours: '1,000' });
    expect(found.at(-1)).toEqual({ what: 'Switched on', theirs: 'yes', yours: 'no' });
  });
});
