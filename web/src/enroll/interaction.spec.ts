import type { Schemas } from 'referrals-sdk';
import { exampleCents, interactionOf } from './interaction.js';

type Quote = Schemas['QuoteAnswer'];

const applied = { status: 'applied', reason: null } as const;
const quote = (part: Partial<Quote>): Quote => ({
  referral: { ...applied, referral_id: null },
  promo: { ...applied, promo_id: 'pro_1' },
  discounts: [],
  subtotal_cents: 10_000,
  lines: [],
  total_cents: 7650,
  alternatives: [],
  ...part,
});

describe('interactionOf', () => {
  it('both codes apply: the lines, and what is left', () => {
    expect(interactionOf(quote({}))).toEqual({
      kind: 'combined',
      billCents: 10_000,
      lines: [],
      totalCents: 7650,
      later: [],
      withheld: false,
    });
  });

  it('a reward that waits is told apart from the bill', () => {
    const now = { source: 'promo', type: 'discount_percent', value: 15 } as const;
    const later = {
      source: 'referral',
      type: 'discount_fixed',
      value: 5,
      available: 'after_approval',
    } as const;
    expect(interactionOf(quote({ discounts: [now, later] }))).toMatchObject({ later: [later] });
  });

  it('a reward with a minimum is told apart from a bill that is below it', () => {
    const friend = { source: 'referral', type: 'discount_percent', value: 10 } as const;
    const referral = { ...applied, referral_id: null, min_invoice_cents: 1_000_000 };
    const below = quote({ discounts: [friend], referral });
    expect(interactionOf(below)).toMatchObject({ later: [friend], minInvoiceCents: 1_000_000 });
    const line = { ...friend, base_cents: 10_000, amount_cents: 1000, running_total_cents: 9000 };
    expect(interactionOf({ ...below, lines: [line] })).toMatchObject({ later: [] });
    expect(interactionOf({ ...below, discounts: [] })).toMatchObject({ later: [] });
  });

  it('a reward that is withheld: the promo alone', () => {
    const referral = { ...applied, reason: 'reward_withheld', referral_id: null } as const;
    expect(interactionOf(quote({ referral }))).toMatchObject({ kind: 'combined', withheld: true });
  });

  it.each([
    ['dropped', false],
    ['applied', true],
  ] as const)('an excluding promo, with the invitation %s: both prices', (status, counts) => {
    const referral = { status, reason: 'promo_not_combinable', referral_id: null } as const;
    const alternatives = [{ combination: ['referral'] as 'referral'[], total_cents: 9000 }];
    expect(interactionOf(quote({ referral, total_cents: 8500, alternatives }))).toEqual({
      kind: 'either',
      billCents: 10_000,
      lines: [],
      totalCents: 8500,
      withInvitationCents: 9000,
      counts,
    });
    expect(interactionOf(quote({ referral }))).toMatchObject({ kind: 'either', withInvitationCents: null });
  });

  it('a code that no longer applies explains nothing', () => {
    const invalid = { status: 'invalid', reason: 'invalid_code' } as const;
    expect(interactionOf(quote({ referral: { ...invalid, referral_id: null } }))).toBeNull();
    expect(interactionOf(quote({ promo: { ...invalid, promo_id: null } }))).toBeNull();
  });
});

describe('exampleCents', () => {
  it.each([
    [2, 10_000], // $100
    [0, 10_000], // ¥10,000
    [3, 100_000], // KWD 100
  ])('of a currency with %i decimals is %i', (digits, cents) => {
    expect(exampleCents(digits)).toBe(cents);
  });
});
