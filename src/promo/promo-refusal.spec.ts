import { promoRefusal, type PromoState } from './promo-refusal.js';

const at = new Date('2026-03-20T10:00:00Z');
const before = new Date(at.getTime() - 1);
const after = new Date(at.getTime() + 1);
const open: PromoState = {
  active: true,
  starts_at: null,
  ends_at: null,
  max_redemptions: null,
  redemption_count: 7,
};

describe('promoRefusal', () => {
  it.each<[string, Partial<PromoState>, string | null]>([
    ['without limits', {}, null],
    ['at the start of its window', { starts_at: at }, null],
    ['just before the end of its window', { ends_at: after }, null],
    ['with a use left', { max_redemptions: 8 }, null],
    ['inactive', { active: false }, 'invalid_code'],
    ['before its window', { starts_at: after }, 'invalid_code'],
    ['at the end of its window', { ends_at: at }, 'promo_expired'],
    ['after its window', { ends_at: before }, 'promo_expired'],
    ['with no use left', { max_redemptions: 7 }, 'promo_used_up'],
    ['inactive and after its window', { active: false, ends_at: before }, 'invalid_code'],
  ])('%s', (_, state, refusal) => {
    expect(promoRefusal({ ...open, ...state }, at)).toBe(refusal);
  });

  it('returns the same for a promo that does not exist', () => {
    expect(promoRefusal(undefined, at)).toBe('invalid_code');
  });
});
