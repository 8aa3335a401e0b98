import { invalidInput } from '../common/domain-error.js';
import {
  type BasisPoints,
  type Cents,
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

interface Percentage {
  readonly type: 'discount_percent';
  readonly units: BasisPoints;
}

interface Amount<Type extends ValueType> {
  readonly type: Type;
  readonly units: Cents;
}

/** The discount of a promo. Only referrals give credit. */
export type DiscountValue = Percentage | Amount<'discount_fixed'>;

/**
 * The value of a reward, a promo or a grant. Type and units travel together, so that a value cannot be scaled by the type
 * or currency of another. See docs/adr/0033-values.md.
 */
export type Value = DiscountValue | Amount<'credit'>;

/** A value as the API shows it: in percent, or in major units of the currency. */
export interface MajorValue<Type extends ValueType = ValueType> {
  readonly type: Type;
  readonly value: number;
}

const decimalsOf = (type: ValueType, currency: string): number =>
  type === 'discount_percent' ? PERCENT_DECIMALS : currencyDecimals(currency);

/**
 * Converts percent or major units of the currency to a value.
 * @throws DomainError `validation_failed` that names `field`: negative, above 100% or 10^12 units, or with more decimals
 *   than the currency has (values are never rounded)
 */
export function toValue<Type extends ValueType>(
  { type, value }: MajorValue<Type>,
  currency: string,
  field: string,
): Extract<Value, { type: Type }> {
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
  return { type, units } as Value as Extract<Value, { type: Type }>; // the one place that gives units their meaning
}

/** Returns the value of a row, without the row's other columns. */
export const valueIn = <Of extends Value>({ type, units }: Of): Extract<Value, Pick<Of, 'type'>> =>
  ({ type, units }) as Value as Extract<Value, Pick<Of, 'type'>>;

/** Converts a value to percent or major units of the currency. */
export const majorOf = ({ type, units }: Value, currency: string): number =>
  toMajor(units, decimalsOf(type, currency));

/** Converts a value to its API representation. */
export const majorValue = <Of extends Value>(value: Of, currency: string): MajorValue<Of['type']> => ({
  type: value.type,
  value: majorOf(value, currency),
});

/** Returns the currency's smallest unit as a decimal fraction of the major unit, for use in a statement: `0.01`. */
export const smallestUnit = (currency: string): string => (10 ** -currencyDecimals(currency)).toFixed(4);
