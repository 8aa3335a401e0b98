import { type BasisPoints, percentOf } from '../../common/money.js';
import type { Value } from '../../tenant/value.js';

/** Sums the rewards of one side. Amounts are in the currency's smallest unit. */
export class SideTally {
  rewards = 0;
  creditCents = 0;
  fixedCents = 0;
  percentRewards = 0;
  /** The discounts that percentages gave on the invoices that used them. */
  percentCents = 0;
  /** Percentages that no invoice has used, so that their cost is unknown. */
  percentUnpriced = 0;
  private basisPoints = 0;

  /**
   * Adds a reward.
   * @param baseCents the price that a percentage applies to; null when it is unknown
   */
  add(value: Value, baseCents: number | null): void {
    this.rewards += 1;
    if (value.type === 'credit') this.creditCents += value.units;
    else if (value.type === 'discount_fixed') this.fixedCents += value.units;
    else this.addPercent(value.units, baseCents);
  }

  /** Returns the known cost. */
  get costCents(): number {
    return this.creditCents + this.fixedCents + this.percentCents;
  }

  /** Returns the average in percent, to two decimals; null when there are none. */
  get averagePercent(): number | null {
    return this.percentRewards === 0 ? null : Math.round(this.basisPoints / this.percentRewards) / 100;
  }

  private addPercent(percentage: BasisPoints, baseCents: number | null): void {
    this.percentRewards += 1;
    this.basisPoints += percentage;
    if (baseCents === null) this.percentUnpriced += 1;
    else this.percentCents += percentOf(baseCents, percentage);
  }
}
