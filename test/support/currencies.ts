import { currencyDecimals } from '../../src/common/money.js';

/** A currency with two decimals, one without, and one with three. */
export const CURRENCIES = ['USD', 'JPY', 'KWD'] as const;

/** Converts whole major units to the currency's smallest unit: 20 to 2000 cents, 20 yen, or 20,000 fils. */
export type ToCents = (major: number) => number;

/** Runs the tests in each of the three currencies. */
export function inEachCurrency(title: string, tests: (currency: string, cents: ToCents) => void): void {
  describe.each(CURRENCIES)(`${title}, in %s`, (currency) => {
    tests(currency, (major) => major * 10 ** currencyDecimals(currency));
  });
}
