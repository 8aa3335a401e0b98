import { credit, fixed, percent } from '../../test/support/values.js';
import type { Value } from '../tenant/value.js';
import { besidePromo, isUsableOn, type Offer, offerOf, qualifies, type UsedAllowances } from './offer.js';
import { DEFAULT_PROGRAM, type ProgramSettings } from './program-terms.js';

const AT = new Date('2026-11-27T10:00:00Z');
const IN_30_DAYS = { from: new Date('2026-12-27T10:00:00Z') };
const UNUSED = { budget: 0, referrer_rewards: 0 };

const offer = (
  settings: Partial<ProgramSettings> = {},
  used: Partial<UsedAllowances> = {},
  referee: Value = fixed(500),
): Offer =>
  offerOf(
    { referrer: credit(2000), referee, settings: { ...DEFAULT_PROGRAM.settings, ...settings } },
    { ...UNUSED, ...used },
    AT,
  );
const withheld = ({ referee, referrer }: Offer): unknown[] => [referee.withheld, referrer.withheld];
const available = ({ referee, referrer }: Offer): unknown[] => [referee.available, referrer.available];

describe('offerOf', () => {
  it('offers what the terms have, at once', () => {
    expect(offer()).toEqual({
      referee: { value: fixed(500), withheld: null, available: 'now' },
      referrer: { value: credit(2000), withheld: null, available: 'now' },
      minInvoiceCents: null,
    });
  });

  it('names the least invoice only if an invoice qualifies the referral', () => {
    expect(offer({ minInvoiceCents: 5000 }).minInvoiceCents).toBeNull();
    expect(offer({ minInvoiceCents: 5000, qualifyOn: 'first_invoice' }).minInvoiceCents).toBe(5000);
  });

  it.each<[string, number, number, unknown[]]>([
    ['has room for both', 2500, 0, [null, null]],
    ['has room for the friend only, who comes first', 2499, 0, [null, 'budget_reached']],
    ['has room for the friend only', 2500, 2000, [null, 'budget_reached']],
    ['has room for nobody', 2500, 2001, ['budget_reached', 'budget_reached']],
    ['is used', 2500, 2500, ['budget_reached', 'budget_reached']],
    ['is nothing', 0, 0, ['budget_reached', 'budget_reached']],
  ])('withholds what a budget has no room for: it %s', (_, budgetCents, budget, reasons) => {
    expect(withheld(offer({ budgetCents }, { budget }))).toEqual(reasons);
  });

  it('leaves the room that the friend did not take to the referrer', () => {
    expect(withheld(offer({ budgetCents: 2000 }, {}, fixed(2001)))).toEqual(['budget_reached', null]);
  });

  it('does not count percentages in a budget', () => {
    expect(withheld(offer({ budgetCents: 0 }, {}, percent(1000)))).toEqual([null, 'budget_reached']);
  });

  it.each([
    [1, null],
    [2, 'limit_reached'],
  ])('limits the referrer, not the friend: %d of 2 rewards used', (referrer_rewards, reason) => {
    expect(withheld(offer({ maxRewards: 2 }, { referrer_rewards }))).toEqual([null, reason]);
  });

  it('withholds nothing from a side without a reward', () => {
    expect(withheld(offer({ budgetCents: 0 }, {}, fixed(0)))).toEqual([null, 'budget_reached']);
  });

  it.each<[ProgramSettings['qualifyOn'], number, unknown[]]>([
    ['enrollment', 0, ['now', 'now']],
    ['enrollment', 30, [IN_30_DAYS, IN_30_DAYS]],
    ['first_invoice', 0, ['now', 'after_first_invoice']],
    ['first_invoice', 30, ['after_first_invoice', 'after_first_invoice']],
    ['manual', 0, ['after_approval', 'after_approval']],
    ['manual', 30, ['after_approval', 'after_approval']],
  ])('says when each side can use it: qualified by %s, held for %d days', (qualifyOn, holdDays, when) => {
    expect(available(offer({ qualifyOn, holdDays }))).toEqual(when);
  });
});

describe('besidePromo', () => {
  it('withholds the reward of the friend, not of the referrer', () => {
    expect(withheld(besidePromo(offer()))).toEqual(['promo_not_combinable', null]);
  });
});

describe('qualifies', () => {
  it.each<[amount: number, minimum: number | null, expected: boolean]>([
    [0, null, false],
    [1, null, true],
    [0, 1, false],
    [1, 1, true],
    [4999, 5000, false],
    [5000, 5000, true],
  ])('an invoice of %d with the minimum %s: %s', (amount, minInvoiceCents, expected) => {
    expect(qualifies(amount, { minInvoiceCents })).toBe(expected);
  });
});

describe('isUsableOn', () => {
  const settings = (changes: Partial<ProgramSettings>): ProgramSettings => ({
    ...DEFAULT_PROGRAM.settings,
    ...changes,
  });
  const waiting = { qualifyOn: 'first_invoice', minInvoiceCents: 5000 } as const;

  it.each<[boolean, number, Partial<ProgramSettings>]>([
    [true, 0, {}],
    [false, 10_000, { budgetCents: 0 }],
    [false, 10_000, { holdDays: 1 }],
    [false, 10_000, { qualifyOn: 'manual' }],
    [true, 1, { qualifyOn: 'first_invoice' }],
    [false, 0, { qualifyOn: 'first_invoice' }],
    [true, 5000, waiting],
    [false, 4999, waiting],
    [true, 4999, { minInvoiceCents: 5000 }],
  ])('is %s for an invoice of %d under %j', (usable, amountCents, changes) => {
    expect(isUsableOn(amountCents, offer(changes), settings(changes))).toBe(usable);
  });

  it('is false for a friend without a reward', () => {
    expect(isUsableOn(10_000, offer({}, {}, fixed(0)), settings({}))).toBe(false);
  });
});
