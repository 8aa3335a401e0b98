import { invalidInput } from '../common/domain-error.js';
import {
  currencyDecimals,
  MAX_CENTS,
  PERCENT_DECIMALS,
  toMajor,
  toUnits,
  WHOLE_IN_BASIS_POINTS,
} from '../common/money.js';

/** The meaning of a value: a percentage of a price, an amount off a price, or an amount of credit. */
export const VALUE_TYPES = ['discount_percent', 'discount_fixed', 'credit'] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

const decimalsOf = (type: ValueType, currency: string): number =>
  type === 'discount_percent' ? PERCENT_DECIMALS : currencyDecimals(currency);

/**
 * Converts a value to units: basis points for a percentage, otherwise the currency's smallest unit.
 * @throws DomainError `validation_failed` that names `field`: negative, above 100 % or 10^12 units, or with more
 *   decimals than the currency has (values are never rounded)
 */
export function unitsOf(type: ValueType, value: number, currency: string, field: string): number {
  const decimals = decimalsOf(type, currency);
  const units = toUnits(value, decimals);
  if (units === null) {
    const most = toMajor(MAX_CENTS, decimals);
    const message = `${field} must be a number from 0 to ${most}, with at most ${decimals} decimals`;
    throw invalidInput({ field, code: 'invalid_value', message });
  }
  if (type === 'discount_percent' && units > WHOLE_IN_BASIS_POINTS) {
    throw invalidInput({
      field,
      code: 'above_100_percent',
      message: `${field} must not be more than 100 percent`,
    });
  }
  return units;
}

/** Converts units to a value in percent or major units. */
export const valueOf = (type: ValueType, units: number, currency: string): number =>
  toMajor(units, decimalsOf(type, currency));

/** Returns the currency's smallest unit as a decimal fraction of the major unit, for use in a statement: `0.01`. */
export const smallestUnit = (currency: string): string => (10 ** -currencyDecimals(currency)).toFixed(4);
