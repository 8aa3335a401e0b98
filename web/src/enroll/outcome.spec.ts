import type { Schemas } from 'referrals-sdk';
import { textOf } from '../i18n/message.js';
import { countedOnly, gains, type Given, type Line, losses, nextBill } from './outcome.js';

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
    expect(gained(both)).toEqual(['15% off with the promo SPRING15', '10% off from John Doe’s invitation']);
    expect(gained(both, hidden)[1]).toBe('10% off from your invitation');
    expect(losses(both, given)).toEqual([]);
    expect(countedOnly(both, given)).toEqual([]);
  });

  it('a reward that waits, with its time', () => {
    const later = answered(APPLIED, none, [{ ...TEN, available: 'after_approval' }]);
    expect(gained(later)).toEqual(['10% off from John Doe’s invitation']);
    expect(gains(later, given, () => '')).toMatchObject([{ available: 'after_approval' }]);
  });

  it('a reward with a minimum: not on every bill', () => {
    const minimum = answered({ ...APPLIED, min_invoice_cents: 5000 }, APPLIED, [FIFTEEN, TEN]);
    const lines = gains(minimum, given, () => '');
    expect(lines.map(({ minInvoiceCents }) => minInvoiceCents)).toEqual([undefined, 5000]);
  });

  it.each([
    [
      [TEN],
      undefined,
      'It comes off your bill automatically. There is no code to keep.',
      'Se descuenta automáticamente de tu factura. No tienes que guardar ningún código.',
    ],
    [
      [FIFTEEN, TEN],
      5000,
      'Each discount comes off automatically, on the first invoice that qualifies for it. There is no code to keep.',
      'Cada descuento se aplica automáticamente en la primera factura que cumple las condiciones. No tienes que guardar ningún código.',
    ],
    [
      [{ ...TEN, available: 'after_first_invoice' }],
      5000,
      'Each discount comes off your bill automatically, once it is available. There is no code to keep.',
      'Cada descuento se aplica automáticamente a tu factura en cuanto está disponible. No tienes que guardar ningún código.',
    ],
  ] as const)('the next bill: %j, minimum %j', (discounts, min_invoice_cents, en, es) => {
    const referral = { ...APPLIED, ...(min_invoice_cents !== undefined && { min_invoice_cents }) };
    const message = nextBill(gains(answered(referral, APPLIED, [...discounts]), given, () => ''));
    expect([textOf(message, 'en'), textOf(message, 'es')]).toEqual([en, es]);
  });

  it('a reward that a limit withheld: nothing but that the invitation counts', () => {
    const reached = { status: 'applied', reason: 'reward_withheld', withheld: 'budget_reached' } as const;
    const withheld = answered(reached, none);
    expect(gained(withheld)).toEqual([]);
    expect(losses(withheld, given)).toEqual([]);
    expect(said(countedOnly(withheld, given))).toEqual([
      'The invitation counts for John Doe.',
      'There is no reward for new customers at the moment.',
    ]);
  });

  it('a promo that drops the invitation', () => {
    const dropped = answered({ status: 'dropped', reason: 'promo_not_combinable' }, APPLIED, [FIFTEEN]);
    expect(gained(dropped)).toEqual(['15% off with the promo SPRING15']);
    expect(said(losses(dropped, given))).toEqual([
      'John Doe’s invitation: it can’t be combined with the promo SPRING15.',
    ]);
    expect(said(losses(dropped, hidden))).toEqual([
      'Your invitation: it can’t be combined with the promo SPRING15.',
    ]);
  });

  it('a promo that keeps the referral for the referrer', () => {
    const kept = answered({ status: 'applied', reason: 'promo_not_combinable' }, APPLIED, [FIFTEEN]);
    expect(gained(kept)).toEqual(['15% off with the promo SPRING15']);
    expect(said(countedOnly(kept, given))).toEqual(['The invitation counts for John Doe.']);
    expect(said(countedOnly(kept, hidden))).toEqual(['The invitation counts for the person who sent it.']);
    expect(said(losses(kept, given))).toEqual([
      'The invitation’s discount: it can’t be combined with the promo SPRING15.',
    ]);
  });

  it.each([
    ['invalid_code', 'Referral code KH7N4WP3: we don’t know this code.'],
    ['not_eligible', 'Referral code KH7N4WP3: it can’t be used for this enrollment.'],
    ['self_referral', 'Referral code KH7N4WP3: it can’t be used for this enrollment.'],
  ] as const)('a referral code that is invalid: %s', (reason, words) => {
    expect(said(losses(answered({ status: 'invalid', reason }, none), given))).toEqual([words]);
  });

  it.each([
    ['invalid_code', 'Promo code SPRING15: we don’t know this code.'],
    ['promo_expired', 'Promo SPRING15: it has ended.'],
    ['promo_used_up', 'Promo SPRING15: it has been used up.'],
  ] as const)('a promo that is invalid: %s', (reason, words) => {
    expect(said(losses(answered(none, { status: 'invalid', reason }), given))).toEqual([words]);
  });

  it('no code: nothing to say', () => {
    expect(gained(answered(none, none))).toEqual([]);
    expect(losses(answered(none, none), given)).toEqual([]);
    expect(countedOnly(answered(none, none), given)).toEqual([]);
  });
});
