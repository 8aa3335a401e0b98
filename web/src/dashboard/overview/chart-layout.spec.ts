import { labelledOf, placeBars, sharesOf, ticksFor } from './chart-layout.js';

describe('the bars of the chart', () => {
  it('stand side by side on the plot, as high as their values', () => {
    const [first, second] = placeBars(
      [
        { enrolled: 10, qualified: 5 },
        { enrolled: 0, qualified: 0 },
      ],
      20,
      50,
      100,
    );
    expect(first).toEqual({ x: 4, width: 17, top: 50, qualifiedTop: 75 });
    expect(second).toEqual({ x: 29, width: 17, top: 100, qualifiedTop: 100 });
  });

  it('have a maximum width', () => {
    expect(placeBars([{ enrolled: 1, qualified: 1 }], 1, 800, 100)[0]).toMatchObject({ x: 380, width: 40 });
  });
});

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

  it('are at most five whole numbers that reach the largest value', () => {
    for (let max = 0; max < 3000; max++) {
      const ticks = ticksFor(max);
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(max);
      expect(ticks.every(Number.isInteger)).toBe(true);
    }
  });

  it('have the labels that fit, and always the last', () => {
    expect(labelledOf(12, 12)).toHaveLength(12);
    expect(labelledOf(30, 8)).toEqual([1, 5, 9, 13, 17, 21, 25, 29]);
    expect(labelledOf(5, 0)).toEqual([4]);
    expect(labelledOf(0, 3)).toEqual([]);
  });
});

describe('shares', () => {
  it('add up to 100, whatever the parts', () => {
    expect(sharesOf([1, 1, 1])).toEqual([34, 33, 33]);
    expect(sharesOf([2, 1, 0])).toEqual([67, 33, 0]);
    expect(sharesOf([997, 1, 1, 1])).toEqual([100, 0, 0, 0]);
    for (let seed = 1; seed < 200; seed++) {
      const parts = [seed * 7, seed % 13, (seed * seed) % 101, seed % 3];
      expect(sharesOf(parts).reduce((sum, share) => sum + share)).toBe(100);
    }
  });

  it('are zero when there is nothing', () => {
    expect(sharesOf([0, 0])).toEqual([0, 0]);
  });
});
