import { periodNamed, periodOf } from './period.js';

const NOW = new Date('2026-03-15T18:30:00Z');

describe('the period of the overview', () => {
  it('is the one in the address, or ninety days', () => {
    expect(periodNamed('12-months')).toBe('12-months');
    expect(periodNamed(null)).toBe('90-days');
    expect(periodNamed('constructor')).toBe('90-days');
  });

  it('includes today, or the current month', () => {
    expect(periodOf('30-days', NOW)).toEqual({ from: '2026-02-14T00:00:00.000Z', interval: 'day' });
    expect(periodOf('90-days', NOW)).toEqual({ from: '2025-12-16T00:00:00.000Z', interval: 'week' });
    expect(periodOf('12-months', NOW)).toEqual({ from: '2025-04-01T00:00:00.000Z', interval: 'month' });
  });
});
