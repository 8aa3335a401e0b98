import { sharesOf } from './shares.js';

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

  it('are none of nothing', () => {
    expect(sharesOf([0, 0])).toEqual([0, 0]);
  });
});
