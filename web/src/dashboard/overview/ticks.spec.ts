import { labelledOf, ticksFor } from './ticks.js';

describe('the numbers of an axis', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [4, [0, 1, 2, 3, 4]],
    [5, [0, 2, 4, 6]],
    [10, [0, 5, 10]],
    [17, [0, 5, 10, 15, 20]],
    [41, [0, 20, 40, 60]],
    [1234, [0, 500, 1000, 1500]],
  ])('are round up to %i', (max, ticks) => {
    expect(ticksFor(max)).toEqual(ticks);
  });

  it('are five at most, whole, and reach the greatest value', () => {
    for (let max = 0; max < 3000; max++) {
      const ticks = ticksFor(max);
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(max);
      expect(ticks.every(Number.isInteger)).toBe(true);
    }
  });

  it('are named as there is room, the last one always', () => {
    expect(labelledOf(12, 12)).toHaveLength(12);
    expect(labelledOf(30, 8)).toEqual([1, 5, 9, 13, 17, 21, 25, 29]);
    expect(labelledOf(5, 0)).toEqual([4]);
    expect(labelledOf(0, 3)).toEqual([]);
  });
});
