import fc from 'fast-check';
import {
  GUESS_COUNTED_SECONDS,
  GUESS_SLOT_SECONDS,
  GUESS_WINDOW_SECONDS,
  looksLikeGuessing,
} from './guess-rule.js';
import { slotEnd, slotStart } from './sliding-window-counter.js';

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

describe('GUESS_COUNTED_SECONDS', () => {
  it('is how long what is used at the beginning of its slot is counted', () => {
    const span = { seconds: GUESS_WINDOW_SECONDS, slotSeconds: GUESS_SLOT_SECONDS };
    const start = slotStart(span, Date.UTC(2031, 0, 1));
    expect(slotEnd(span, start) - start * 1000).toBe(GUESS_COUNTED_SECONDS * 1000);
  });
});
