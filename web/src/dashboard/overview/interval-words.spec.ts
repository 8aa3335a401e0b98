import { intervalText, shortIntervalText } from './interval-words.js';

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

  it('are the days of a week that the period has', () => {
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
