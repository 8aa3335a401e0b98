import type { Schemas } from 'referrals-sdk';
import { textOf } from '../i18n/message.js';
import { gains, type Given, type Line, losses } from './outcome.js';

type Enrollment = Pick<Schemas['EnrollmentAnswer'], 'referral' | 'promo' | 'discounts'>;

const none = { status: 'none', reason: null } as const;
const answered = (
  referral: Omit<Enrollment['referral'], 'referral_id'>,
  promo: Omit<Enrollment['promo'], 'promo_id'>,
  discounts: Enrollment['discounts'] = [],
): Enrollment => ({
  referral: { ...referral, referral_id: null },
  promo: { ...promo, promo_id: null },
  discounts,
});
const given: Given = { referralCode: 'KH7N4WP3', promoCode: 'SPRING15', from: 'John Doe' };
const hidden: Given = { ...given, from: null };
const said = (lines: Line[]): string[] => lines.map(({ message, values }) => textOf(message, 'en', values));
const gained = (enrollment: Enrollment, by = given): string[] =>
  said(gains(enrollment, by, ({ value }) => `${value}% off`));

const APPLIED = { status: 'applied', reason: null } as const;
const TEN = { source: 'referral', type: 'discount_percent', value: 10 } as const;
const FIFTEEN = { source: 'promo', type: 'discount_percent', value: 15 } as const;

describe('what an enrollment brought', () => {
  it('both discounts, in words', () => {
    const both = answered(APPLIED, APPLIED, [FIFTEEN, TEN]);
    expect(gained(both)).toEqual([
      '15% off with the promo SPRING15',
      '10% off from the invitation of John Doe',
    ]);
    expect(gained(both, hidden)[1]).toBe('10% off from your invitation');
    expect(losses(both, given)).toEqual([]);
  });

  it('a promo that drops the invitation', () => {
    const dropped = answered({ status: 'dropped', reason: 'promo_not_combinable' }, APPLIED, [FIFTEEN]);
    expect(gained(dropped)).toEqual(['15% off with the promo SPRING15']);
    expect(said(losses(dropped, given))).toEqual([
      'The invitation of John Doe: the promo SPRING15 can’t be combined with it.',
    ]);
    expect(said(losses(dropped, hidden))).toEqual([
      'Your invitation: the promo SPRING15 can’t be combined with it.',
    ]);
  });

  it('a promo that leaves the invitation to whoever sent it', () => {
    const kept = answered({ status: 'applied', reason: 'promo_not_combinable' }, APPLIED, [FIFTEEN]);
    expect(gained(kept)).toEqual(['15% off with the promo SPRING15', 'The invitation counts for John Doe.']);
    expect(gained(kept, hidden)[1]).toBe('The invitation counts for whoever sent it.');
    expect(said(losses(kept, given))).toEqual([
      'The discount of the invitation: the promo SPRING15 can’t be combined with it.',
    ]);
  });

  it.each([
    ['invalid_code', 'The referral code KH7N4WP3: we don’t know it.'],
    ['not_eligible', 'The referral code KH7N4WP3: it can’t be used for this enrollment.'],
    ['self_referral', 'The referral code KH7N4WP3: it can’t be used for this enrollment.'],
  ] as const)('a referral code that is invalid: %s', (reason, words) => {
    expect(said(losses(answered({ status: 'invalid', reason }, none), given))).toEqual([words]);
  });

  it.each([
    ['invalid_code', 'The promo code SPRING15: we don’t know it.'],
    ['promo_expired', 'The promo SPRING15: it is over.'],
    ['promo_used_up', 'The promo SPRING15: it has been used up.'],
  ] as const)('a promo that is invalid: %s', (reason, words) => {
    expect(said(losses(answered(none, { status: 'invalid', reason }), given))).toEqual([words]);
  });

  it('no code: nothing to say', () => {
    expect(gained(answered(none, none))).toEqual([]);
    expect(losses(answered(none, none), given)).toEqual([]);
  });
});
