import { basisPoints, cents } from '../../src/common/money.js';
import type { Value } from '../../src/tenant/value.js';

type Of<Type extends Value['type']> = Extract<Value, { type: Type }>;

/** Returns a percentage. @param units basis points: 1000 for 10 % */
export const percent = (units: number): Of<'discount_percent'> => ({
  type: 'discount_percent',
  units: basisPoints(units),
});

/** Returns an amount off a price, in the currency's smallest unit. */
export const fixed = (units: number): Of<'discount_fixed'> => ({
  type: 'discount_fixed',
  units: cents(units),
});

/** Returns an amount of credit in the currency's smallest unit. */
export const credit = (units: number): Of<'credit'> => ({ type: 'credit', units: cents(units) });

/** Returns a value of a type that a test draws. */
export const valueOf = ({ type, units }: { type: Value['type']; units: number }): Value => {
  if (type === 'discount_percent') return percent(units);
  return type === 'credit' ? credit(units) : fixed(units);
};
