import { credit, fixed, percent } from '../../../test/support/values.js';
import { SideTally } from './side-tally.js';

describe('SideTally', () => {
  it('starts with nothing, and without an average', () => {
    expect(new SideTally()).toMatchObject({ rewards: 0, costCents: 0, averagePercent: null });
  });

  it('sums credit, fixed discounts and used percentages, each apart and together', () => {
    const tally = new SideTally();
    tally.add(credit(2000), null);
    tally.add(credit(500), null);
    tally.add(fixed(700), null);
    tally.add(fixed(30), null);
    tally.add(percent(1000), 10_005);
    tally.add(percent(2500), 400);
    expect(tally).toMatchObject({
      ...{ rewards: 6, creditCents: 2500, fixedCents: 730, percentCents: 1101, costCents: 4331 },
      ...{ percentRewards: 2, percentUnpriced: 0, averagePercent: 17.5 },
    });
  });

  it('counts percentages that no invoice has used, and includes them in the average', () => {
    const tally = new SideTally();
    for (const units of [1000, 1000, 1001]) tally.add(percent(units), null);
    expect(tally).toMatchObject({ percentRewards: 3, percentUnpriced: 3, costCents: 0, averagePercent: 10 });
    tally.add(percent(1005), 100);
    expect(tally).toMatchObject({ percentUnpriced: 3, percentCents: 10, averagePercent: 10.02 });
  });
});
