import { ageText, discountsText } from './age-words.js';

const USD = { code: 'USD', digits: 2 };

describe('the words of what is owed', () => {
  it('say how old it is', () => {
    expect(ageText({ from_days: 0, to_days: 30 }, 'en')).toBe('Up to 30 days');
    expect(ageText({ from_days: 31, to_days: 90 }, 'es')).toBe('31 – 90 días');
    expect(ageText({ from_days: 366, to_days: null }, 'en')).toBe('Over 365 days');
  });

  it('say which discounts wait', () => {
    const none = { percent_count: 0, fixed_count: 0, fixed_cents: 0 };
    expect(discountsText({ percent_count: 3, fixed_count: 2, fixed_cents: 3000 }, USD, 'en')).toBe(
      '3 percentages and 2 amounts worth $30',
    );
    expect(discountsText({ ...none, percent_count: 1 }, USD, 'es')).toBe('1 porcentaje');
    expect(discountsText({ ...none, fixed_count: 1, fixed_cents: 1550 }, USD, 'en')).toBe(
      '1 amount of $15.50',
    );
    expect(discountsText(none, USD, 'en')).toBe('');
  });
});
