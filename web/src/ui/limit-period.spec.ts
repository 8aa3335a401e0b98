import { dayAfter } from './limit-period.js';

describe('dayAfter', () => {
  it.each([
    ['2026-11', '2026-12-01T12:00:00.000Z'],
    ['2026-12', '2027-01-01T12:00:00.000Z'],
    ['2026', '2027-01-01T12:00:00.000Z'],
    ['ever', null],
  ])('%s: %s', (period, day) => {
    expect(dayAfter(period)).toBe(day);
  });
});
