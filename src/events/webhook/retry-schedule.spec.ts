import { env } from '../../common/env.js';
import { parseRetryAfter, retryDelayMs } from './retry-schedule.js';

const SCHEDULE = env({}).WEBHOOK_RETRY_SECONDS;
const DAY_MS = 86_400_000;
const NOW = new Date('2026-03-20T10:00:00Z');

describe('retryDelayMs', () => {
  it('schedules ten attempts over three days', () => {
    const waits = SCHEDULE.map((_, index) => retryDelayMs(index + 1, SCHEDULE, 0, () => 0) ?? 0);
    expect(waits).toEqual(SCHEDULE.map((seconds) => seconds * 1000));
    const days = waits.reduce((sum, wait) => sum + wait) / DAY_MS;
    expect([SCHEDULE.length + 1, Math.round(days)]).toEqual([10, 3]);
    expect(retryDelayMs(10, SCHEDULE)).toBeUndefined();
  });

  it('varies by up to 15 %', () => {
    expect(retryDelayMs(2, SCHEDULE, 0, (min) => min)).toBe(255_000);
    expect(retryDelayMs(2, SCHEDULE, 0, (_, max) => max - 1)).toBe(345_000);
    const drawn = Array.from({ length: 500 }, () => retryDelayMs(2, SCHEDULE) ?? 0);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(255_000);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(345_000);
    expect(new Set(drawn).size).toBeGreaterThan(100);
  });

  it('waits as long as the receiver asks, but never less than the schedule', () => {
    expect(retryDelayMs(1, SCHEDULE, 60_000, () => 0)).toBe(60_000);
    expect(retryDelayMs(2, SCHEDULE, 60_000, () => 0)).toBe(300_000);
    expect(retryDelayMs(10, SCHEDULE, 60_000)).toBeUndefined();
  });
});

describe('parseRetryAfter', () => {
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
    expect(parseRetryAfter(header, NOW)).toBe(expected);
  });
});
