import { attribute } from './attribution.js';

const offer = { code: 'KH7N4WP3', settings: { keepAttribution: false } };
const code = { found: offer };
const unknown = { refusal: 'invalid_code' } as const;
const promo = (combinable_with_referral: boolean): { found: { combinable_with_referral: boolean } } => ({
  found: { combinable_with_referral },
});

describe('attribute', () => {
  it('keeps both when the promo is combinable', () => {
    expect(attribute(code, promo(true))).toEqual({
      referral: { status: 'applied', reason: null, offer },
      promo: { status: 'applied', reason: null, promo: promo(true).found },
    });
  });

  it('drops the referral, never the promo, when the promo is not combinable', () => {
    expect(attribute(code, promo(false))).toEqual({
      referral: { status: 'dropped', reason: 'promo_not_combinable', offer },
      promo: { status: 'applied', reason: null, promo: promo(false).found },
    });
  });

  it("keeps the referral without the referee's reward in a program that keeps attribution", () => {
    const keeping = { ...offer, settings: { keepAttribution: true } };
    expect(attribute({ found: keeping }, promo(false)).referral).toEqual({
      status: 'applied',
      reason: 'promo_not_combinable',
      offer: keeping,
    });
    expect(attribute({ found: keeping }, promo(true)).referral).toMatchObject({ reason: null });
  });

  it('keeps the referral when the promo is invalid', () => {
    expect(attribute(code, { refusal: 'promo_used_up' })).toEqual({
      referral: { status: 'applied', reason: null, offer },
      promo: { status: 'invalid', reason: 'promo_used_up' },
    });
  });

  it('keeps the promo when the referral code is invalid, and returns the reason', () => {
    expect(attribute(unknown, promo(false))).toMatchObject({
      referral: { status: 'invalid', reason: 'invalid_code' },
      promo: { status: 'applied' },
    });
    expect(attribute({ refusal: 'self_referral' }, undefined).referral).toEqual({
      status: 'invalid',
      reason: 'self_referral',
    });
  });

  it('returns none for codes that were not given', () => {
    const none = { status: 'none', reason: null };
    expect(attribute(undefined, undefined)).toEqual({ referral: none, promo: none });
    expect(attribute(undefined, promo(false)).referral).toEqual(none);
  });
});
