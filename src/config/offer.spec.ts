import { credit, fixed, percent } from '../../test/support/values.js';
import type { Value } from '../tenant/value.js';
import { besidePromo, isUsableNow, type Offer, offerOf, type UsedAllowances } from './offer.js';
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
    });
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

describe('isUsableNow', () => {
  it.each([
    [true, offer()],
    [false, offer({}, {}, fixed(0))],
    [false, offer({ budgetCents: 0 })],
    [false, offer({ holdDays: 1 })],
    [false, offer({ qualifyOn: 'manual' })],
  ])('is %s for the friend of offer %#', (usable, { referee }) => {
    expect(isUsableNow(referee)).toBe(usable);
  });
});
