import { percentOf } from '../../common/money.js';
import type { ValueType } from '../../tenant/value-units.js';

/** A sum over the rewards of one side. Amounts are in the currency's smallest unit. */
export class SideTally {
  rewards = 0;
  creditCents = 0;
  fixedCents = 0;
  percentRewards = 0;
  /** What percentages came to on the invoices that used them. */
  percentCents = 0;
  /** Percentages that no invoice has used: what they come to is not known. */
  percentUnpriced = 0;
  private basisPoints = 0;

  /** @param baseCents what a percentage is of; null: no invoice says it */
  add(type: ValueType, units: number, baseCents: number | null): void {
    this.rewards += 1;
    if (type === 'credit') this.creditCents += units;
    else if (type === 'discount_fixed') this.fixedCents += units;
    else this.addPercent(units, baseCents);
  }

  /** Of all of it that is known. */
  get costCents(): number {
    return this.creditCents + this.fixedCents + this.percentCents;
  }

  /** In percent, to two decimals; null: there are none. */
  get averagePercent(): number | null {
    return this.percentRewards === 0 ? null : Math.round(this.basisPoints / this.percentRewards) / 100;
  }

  private addPercent(units: number, baseCents: number | null): void {
    this.percentRewards += 1;
    this.basisPoints += units;
    if (baseCents === null) this.percentUnpriced += 1;
    else this.percentCents += percentOf(baseCents, units);
  }
}
