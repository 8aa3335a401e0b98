/** A currency, and how its whole major units become its smallest unit: 20 are 2000 cents, 20 yen, or 20,000 fils. */
export interface CurrencyCase {
  readonly currency: string;
  readonly cents: (major: number) => number;
  /** As texts show them: `20.00 USD`, `20 JPY`, or `20.000 KWD`. */
  readonly shown: (major: number) => string;
}

/** @param decimals as ISO 4217 has them, not as the product calculates them */
const caseOf = (currency: string, decimals: number): CurrencyCase => ({
  currency,
  cents: (major) => major * 10 ** decimals,
  shown: (major) => `${major.toFixed(decimals)} ${currency}`,
});

/** A currency with two decimals, one without, and one with three; tests that take long take one of them in turn. */
export const USD = caseOf('USD', 2);
export const JPY = caseOf('JPY', 0);
export const KWD = caseOf('KWD', 3);

/** All three: `describe.each(CURRENCIES)('…, in $currency', …)`. */
export const CURRENCIES: readonly CurrencyCase[] = [USD, JPY, KWD];

/** One of them by its code, for a table of tests that take them in turn. */
export const inCurrency = (code: string): CurrencyCase =>
  CURRENCIES.find(({ currency }) => currency === code) ?? caseOf(code, NaN);
