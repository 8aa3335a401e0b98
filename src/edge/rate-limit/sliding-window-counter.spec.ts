import fc from 'fast-check';
import { slotEnd, slotStart, type SlidingWindow, SlidingWindowCounter } from './sliding-window-counter.js';

const MINUTE: SlidingWindow = { seconds: 60, slotSeconds: 10 };
const START = 1_900_000_000_000;

/** Moments in order: pauses of up to 40 s, many of them none. */
const moments = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40_000 })), { minLength: 1, maxLength: 200 })
  .map((pauses) => {
    let at = START;
    return pauses.map((pause) => (at += pause));
  });

/** The moments at which a limit lets in. */
function letIn(limit: number, tries: readonly number[]): number[] {
  const count = new SlidingWindowCounter(MINUTE);
  return tries.filter((at) => {
    if (count.total(at) >= limit) return false;
    count.add(at);
    return true;
  });
}

const within = (all: readonly number[], after: number, until: number): number =>
  all.filter((at) => at > after && at <= until).length;

describe('SlidingWindowCounter', () => {
  it('never allows more than the limit within any minute', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 20 }), (tries, limit) => {
        const admitted = letIn(limit, tries);
        return admitted.every((at) => within(admitted, at - 60_000, at) <= limit);
      }),
    );
  });

  it('refuses nobody who stayed within the limit for a minute and a slot', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 20 }), (tries, limit) => {
        const admitted = letIn(limit, tries);
        return tries
          .filter((at) => !admitted.includes(at))
          .every((at) => within(admitted, at - 70_000, at) >= limit);
      }),
    );
  });

  it('returns when the next use is allowed, to the millisecond', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 20 }), (tries, limit) => {
        const count = new SlidingWindowCounter(MINUTE);
        for (const at of tries) count.add(at);
        const now = tries.at(-1) ?? START;
        const wait = count.millisecondsUntilBelow(limit, now);
        if (wait === 0) return count.total(now) < limit;
        return count.total(now + wait - 1) >= limit && count.total(now + wait) < limit;
      }),
    );
  });

  it('shares each use once, and merges those of other processes', () => {
    const count = new SlidingWindowCounter(MINUTE);
    const start = slotStart(MINUTE, START);
    count.add(START);
    count.add(START);
    expect(count.unshared(START)).toEqual([{ start, used: 2 }]);
    count.markShared({ start, used: 2 });
    expect(count.unshared(START)).toEqual([]);
    count.merge({ start, used: 7 }, START);
    expect(count.total(START)).toBe(7);
    count.add(START);
    expect(count.unshared(START)).toEqual([{ start, used: 1 }]);
    expect(count.total(START)).toBe(8);
  });

  it('ignores slots that have expired', () => {
    const count = new SlidingWindowCounter(MINUTE);
    count.merge({ start: slotStart(MINUTE, START) - 70, used: 9 }, START);
    expect(count.total(START)).toBe(0);
    expect(count.millisecondsUntilEmpty(START)).toBe(0);
  });

  it('also expires slots of a process whose clock is ahead', () => {
    const count = new SlidingWindowCounter(MINUTE);
    const start = slotStart(MINUTE, START);
    count.add(START);
    count.merge({ start: start - 10, used: 3 }, START);
    expect(count.total(START)).toBe(4);
    expect(count.total(start * 1000 + 60_000)).toBe(1);
    expect(count.total(start * 1000 + 70_000)).toBe(0);
  });

  it("is not blocked for an hour by a clock that is an hour ahead, another's or its own before it was set back", () => {
    const count = new SlidingWindowCounter(MINUTE);
    const ahead = START + 3_600_000;
    count.add(ahead);
    count.merge({ start: slotStart(MINUTE, ahead), used: 7 }, START);
    expect([count.total(START), count.millisecondsUntilEmpty(START)]).toEqual([0, 0]);
  });

  it('counts slots of processes whose clocks are slightly ahead', () => {
    const count = new SlidingWindowCounter(MINUTE);
    count.merge({ start: slotStart(MINUTE, START + 30_000), used: 7 }, START);
    expect(count.total(START)).toBe(7);
  });

  it('takes a slot that begins as far ahead as the span is long, and none that begins later', () => {
    const start = slotStart(MINUTE, START);
    const count = new SlidingWindowCounter(MINUTE);
    count.merge({ start: start + 60, used: 3 }, start * 1000 - 1);
    expect(count.total(start * 1000)).toBe(0);
    count.merge({ start: start + 60, used: 3 }, start * 1000);
    expect(count.total(start * 1000)).toBe(3);
  });

  it('says when the last of it counts no more, and when there is room, in whatever order it was told', () => {
    const start = slotStart(MINUTE, START);
    const [first, second, third] = [start - 20, start - 10, start];
    const count = new SlidingWindowCounter(MINUTE);
    expect([count.total(START), count.millisecondsUntilEmpty(START)]).toEqual([0, 0]);
    count.merge({ start: third, used: 2 }, START);
    count.merge({ start: first, used: 1 }, START);
    count.add(second * 1000);
    count.merge({ start: second, used: 4 }, START);
    expect(count.total(START)).toBe(8);
    expect(count.millisecondsUntilEmpty(START)).toBe(slotEnd(MINUTE, third) - START);
    expect([9, 8, 7, 3, 2].map((limit) => count.millisecondsUntilBelow(limit, START))).toEqual([
      0,
      slotEnd(MINUTE, first) - START,
      slotEnd(MINUTE, second) - START,
      slotEnd(MINUTE, second) - START,
      slotEnd(MINUTE, third) - START,
    ]);
  });

  it('has told what it has told of that slot alone', () => {
    const start = slotStart(MINUTE, START);
    const count = new SlidingWindowCounter(MINUTE);
    count.add(START - 10_000);
    count.add(START);
    count.markShared({ start, used: 1 });
    count.markShared({ start: start + 10, used: 1 }); // of a slot that is not known
    expect(count.unshared(START)).toEqual([{ start: start - 10, used: 1 }]);
  });

  it('forgets what has ended, and keeps what has not', () => {
    const start = slotStart(MINUTE, START);
    const count = new SlidingWindowCounter(MINUTE);
    count.merge({ start: start - 70, used: 9 }, START);
    count.merge({ start, used: 1 }, START);
    count.total(start * 1000 + 70_000);
    expect(count.total(START)).toBe(0);
  });
});
