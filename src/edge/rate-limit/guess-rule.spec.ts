import fc from 'fast-check';
import { looksLikeGuessing } from './guess-rule.js';

describe('looksLikeGuessing', () => {
  it.each([
    [0, 19, false],
    [0, 20, true],
    [4, 20, true],
    [5, 20, false], // exactly 80 %
    [100, 400, false],
    [100, 401, true],
    [1000, 0, false],
  ])('%i right and %i wrong: %s', (hits, misses, suspicious) => {
    expect(looksLikeGuessing(hits, misses)).toBe(suspicious);
  });

  it('another hit never raises an alarm, another miss never ends one', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (hits, misses) => {
        const now = looksLikeGuessing(hits, misses);
        return (now || !looksLikeGuessing(hits + 1, misses)) && (!now || looksLikeGuessing(hits, misses + 1));
      }),
    );
  });
});
