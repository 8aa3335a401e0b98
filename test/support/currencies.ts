import { currencyDecimals } from '../../src/common/money.js';

/** A currency, and how its whole major units become its smallest unit: 20 are 2000 cents, 20 yen, or 20,000 fils. */
export interface CurrencyCase {
  readonly currency: string;
  readonly cents: (major: number) => number;
}

/** A currency with two decimals, one without, and one with three: `describe.each(CURRENCIES)('…, in $currency', …)`. */
export const CURRENCIES: readonly CurrencyCase[] = ['USD', 'JPY', 'KWD'].map((currency) => ({
  currency,
  cents: (major) => major * 10 ** currencyDecimals(currency),
}));
