import { env } from '../../common/env.js';
import { retryAfterMs, waitAfter } from './retry-schedule.js';

const SCHEDULE = env({}).WEBHOOK_RETRY_SECONDS;
const DAY_MS = 86_400_000;
const NOW = new Date('2026-03-20T10:00:00Z');

describe('waitAfter', () => {
  it('makes ten tries over three days', () => {
    const waits = SCHEDULE.map((_, index) => waitAfter(index + 1, SCHEDULE, 0, () => 0) ?? 0);
    expect(waits).toEqual(SCHEDULE.map((seconds) => seconds * 1000));
    const days = waits.reduce((sum, wait) => sum + wait) / DAY_MS;
    expect([SCHEDULE.length + 1, Math.round(days)]).toEqual([10, 3]);
    expect(waitAfter(10, SCHEDULE)).toBeUndefined();
  });

  it('is shorter or longer by 15 % at most', () => {
    expect(waitAfter(2, SCHEDULE, 0, (min) => min)).toBe(255_000);
    expect(waitAfter(2, SCHEDULE, 0, (_, max) => max - 1)).toBe(345_000);
    const drawn = Array.from({ length: 500 }, () => waitAfter(2, SCHEDULE) ?? 0);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(255_000);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(345_000);
    expect(new Set(drawn).size).toBeGreaterThan(100);
  });

  it('waits as long as the receiver asks, and never less than the schedule says', () => {
    expect(waitAfter(1, SCHEDULE, 60_000, () => 0)).toBe(60_000);
    expect(waitAfter(2, SCHEDULE, 60_000, () => 0)).toBe(300_000);
    expect(waitAfter(10, SCHEDULE, 60_000)).toBeUndefined();
  });
});

describe('retryAfterMs', () => {
  it.each([
    ['120', 120_000],
    [' 7 ', 7_000],
    ['0', 0],
    ['999999999999', DAY_MS],
    ['9'.repeat(400), DAY_MS],
    ['Fri, 20 Mar 2026 10:01:00 GMT', 60_000],
    ['Fri, 20 Mar 2027 10:01:00 GMT', DAY_MS],
    ['Fri, 20 Mar 2026 09:00:00 GMT', 0],
    ['Fri, 99 Mar 2026 10:01:00 GMT', 0],
    ['on Fri, 20 Mar 2026 10:01:00 GMT', 0],
    ['Fri, 20 Mar 2026 10:01:00 GMT+0000', 0],
    ['86400', DAY_MS],
    ['86399', DAY_MS - 1000],
    ['-5', 0],
    ['1.5', 0],
    ['soon', 0],
    ['2027', 2_027_000],
    ['2027-01-01', 0],
    ['', 0],
    [undefined, 0],
  ])('reads %j as %i ms', (header, expected) => {
    expect(retryAfterMs(header, NOW)).toBe(expected);
  });
});
