import { promoState } from './promo-words.js';

const NOW = new Date('2026-05-01T12:00:00Z');
const EARLIER = '2026-05-01T11:59:59Z';
const LATER = '2026-05-01T12:00:01Z';
const PROMO = { active: true, starts_at: null, ends_at: null, max_redemptions: null, redemption_count: 3 };

describe('the state of a promo', () => {
  it.each([
    [{}, 'active'],
    [{ starts_at: NOW.toISOString() }, 'active'],
    [{ starts_at: EARLIER, ends_at: LATER, max_redemptions: 4 }, 'active'],
    [{ starts_at: LATER }, 'scheduled'],
    [{ ends_at: NOW.toISOString() }, 'ended'],
    [{ ends_at: EARLIER, max_redemptions: 3 }, 'ended'],
    [{ max_redemptions: 3 }, 'used_up'],
    [{ max_redemptions: 3, starts_at: LATER }, 'used_up'],
    [{ active: false, ends_at: EARLIER }, 'off'],
  ] as const)('%j is %s', (part, state) => {
    expect(promoState({ ...PROMO, ...part }, NOW)).toBe(state);
  });
});
