import { ageText, discountsText, intervalText, shortIntervalText } from './overview-words.js';

const USD = { code: 'USD', digits: 2 };

describe('the words of what is owed', () => {
  it('describe its age', () => {
    expect(ageText({ from_days: 0, to_days: 30 }, 'en')).toBe('Up to 30 days');
    expect(ageText({ from_days: 31, to_days: 90 }, 'es')).toBe('31 – 90 días');
    expect(ageText({ from_days: 366, to_days: null }, 'en')).toBe('Over 365 days');
  });

  it('describe the unused discounts', () => {
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

const PERIOD = { from: '2026-05-06T00:00:00.000Z', to: '2026-05-20T11:00:00.000Z' };
const week = (start: string) => ({ interval: 'week', start: `${start}T00:00:00.000Z` }) as const;
const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('the words of an interval', () => {
  it('are short below a bar, in the language', () => {
    expect(shortIntervalText(week('2026-05-11'), 'en')).toBe('May 11');
    expect(shortIntervalText(week('2026-05-11'), 'es')).toBe('11 may');
    const month = (start: string) => ({ interval: 'month', start }) as const;
    expect(shortIntervalText(month('2025-12-01T00:00:00Z'), 'en')).toBe('Dec');
    expect(shortIntervalText(month('2026-01-01T00:00:00Z'), 'en')).toBe('Jan 2026');
    expect(shortIntervalText(month('2026-01-01T00:00:00Z'), 'es')).toBe('ene 2026');
  });

  it('are the days of a week within the period', () => {
    expect(plain(intervalText(week('2026-05-04'), PERIOD, 'en'))).toBe('May 6 – 10, 2026');
    expect(plain(intervalText(week('2026-05-11'), PERIOD, 'en'))).toBe('May 11 – 17, 2026');
    expect(plain(intervalText(week('2026-05-18'), PERIOD, 'en'))).toBe('May 18 – 20, 2026');
    expect(plain(intervalText(week('2026-05-11'), PERIOD, 'es'))).toBe('11–17 may 2026');
  });

  it('are a day, or a month with its year', () => {
    expect(intervalText({ interval: 'day', start: '2026-05-06T00:00:00Z' }, PERIOD, 'en')).toBe(
      'May 6, 2026',
    );
    expect(intervalText({ interval: 'month', start: '2026-05-01T00:00:00Z' }, PERIOD, 'es')).toBe(
      'mayo de 2026',
    );
  });
});
