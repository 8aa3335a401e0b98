import type { Schemas } from 'referrals-sdk';
import type { Currency, Value } from '../../ui/value-words.js';

/** The values of the form's fields. */
export interface PromoFormValues {
  code: string;
  discount_type: 'discount_percent' | 'discount_fixed';
  discount_value: string;
  combinable_with_referral: boolean;
  active: boolean;
  starts_at: string;
  ends_at: string;
  max_redemptions: string;
}

type Promo = Schemas['PromoAnswer'];

const NEW_PROMO: PromoFormValues = {
  code: '',
  discount_type: 'discount_percent',
  discount_value: '',
  combinable_with_referral: false,
  active: true,
  starts_at: '',
  ends_at: '',
  max_redemptions: '',
};

/** Returns the initial values of the form. @param promo absent: a new one */
export function valuesOf(promo?: Promo): PromoFormValues {
  if (promo === undefined) return NEW_PROMO;
  const { code, discount_type, combinable_with_referral, active } = promo;
  return {
    code,
    discount_type,
    discount_value: String(promo.discount_value),
    combinable_with_referral,
    active,
    starts_at: toLocalField(promo.starts_at),
    ends_at: toLocalField(promo.ends_at),
    max_redemptions: String(promo.max_redemptions ?? ''),
  };
}

/** Returns the request of the form. An unchanged time keeps its seconds, which the field does not show. */
export function bodyOf(values: PromoFormValues, promo?: Promo): Schemas['CreatePromoRequest'] {
  const momentOf = (field: 'starts_at' | 'ends_at'): string | null =>
    promo !== undefined && toLocalField(promo[field]) === values[field]
      ? promo[field]
      : fromLocalField(values[field]);
  return {
    ...values,
    code: values.code.trim(),
    discount_value: numberOf(values.discount_value),
    starts_at: momentOf('starts_at'),
    ends_at: momentOf('ends_at'),
    max_redemptions: values.max_redemptions === '' ? null : numberOf(values.max_redemptions),
  };
}

/** Returns the discount typed so far; null if it is incomplete. */
export function discountOf({ discount_type: type, discount_value }: PromoFormValues): Value | null {
  const value = numberOf(discount_value);
  const good = value > 0 && (type === 'discount_fixed' || value <= 100);
  return good ? { type, value } : null;
}

/** Returns the example invoice in the smallest unit: 100, or 10,000 for currencies without decimals. */
export const exampleSubtotal = ({ digits }: Currency): number => 100 * 10 ** Math.max(digits, 2);

/** Parses a number; NaN, which the API refuses, if none was typed. */
const numberOf = (text: string): number => (text === '' ? Number.NaN : Number(text));

/** Formats a time for a `datetime-local` field: `2026-05-01T09:00`; empty for null. */
export function toLocalField(moment: string | null): string {
  if (moment === null) return '';
  const at = new Date(moment);
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Parses the value of such a field in the browser's time zone; null if it is empty. */
export const fromLocalField = (text: string): string | null =>
  text === '' ? null : new Date(text).toISOString();

/** Returns the browser's time zone, such as `America/New_York`. */
export const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
