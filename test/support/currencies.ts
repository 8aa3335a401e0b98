/** A currency, and how its whole major units become its smallest unit: 20 are 2000 cents, 20 yen, or 20,000 fils. */
export interface CurrencyCase {
  readonly currency: string;
  readonly cents: (major: number) => number;
}

/** Written here, so that a test does not take them from the code that it tests. */
const DECIMALS: Readonly<Record<string, number>> = { USD: 2, JPY: 0, KWD: 3 };

/** One of `CURRENCIES`, by its code. */
export const inCurrency = (currency: string): CurrencyCase => ({
  currency,
  cents: (major) => major * 10 ** (DECIMALS[currency] ?? NaN),
});

/** A currency with two decimals, one without, and one with three: `describe.each(CURRENCIES)('…, in $currency', …)`. */
export const CURRENCIES: readonly CurrencyCase[] = Object.keys(DECIMALS).map(inCurrency);
