import { type ChangeEvent, useState } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { answer, type Schemas } from 'referrals-sdk';
import { useApi } from '../api/api-context.js';
import { useTenant } from '../session/tenant-context.js';
import type { Value } from '../ui/value-words.js';
import type { Available } from './availability.js';
import type { EnrollLink } from './enroll-link.js';
import { promoCodeOf, REFERRAL_CODE_LENGTH, referralCodeOf } from './typed-code.js';

type Changed = ChangeEvent<HTMLInputElement>;

interface Codes {
  /** The codes to send. */
  readonly given: { readonly referralCode: string; readonly promoCode: string };
  readonly referralCheck: CodeCheck<Invitation>;
  readonly promoCheck: CodeCheck<Promo>;
  readonly referralField: {
    readonly value: string;
    readonly onChange: (event: Changed) => void;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
  };
  readonly promoField: { readonly value: string; readonly onChange: (event: Changed) => void };
  readonly dropPromo: () => void;
}

/** Keeps both typed codes, starting with those of the link, and checks each. */
export function useCodes(link: EnrollLink): Codes {
  const [referral, setReferral] = useState(link.referralCode);
  const [promo, setPromo] = useState(link.promoCode);
  const [typing, setTyping] = useState(false);
  const given = { referralCode: referralCodeOf(referral), promoCode: promoCodeOf(promo) };
  // An incomplete code is not checked until the field is left.
  const half = typing && given.referralCode.length < REFERRAL_CODE_LENGTH;
  return {
    given,
    referralCheck: useReferralCheck(half ? '' : given.referralCode),
    promoCheck: usePromoCheck(given.promoCode),
    referralField: {
      value: referral,
      onChange: ({ currentTarget }) => {
        setReferral(currentTarget.value);
      },
      onFocus: () => {
        setTyping(true);
      },
      onBlur: () => {
        setTyping(false);
      },
    },
    promoField: {
      value: promo,
      onChange: ({ currentTarget }) => {
        setPromo(currentTarget.value);
      },
    },
    dropPromo: () => {
      setPromo('');
    },
  };
}

/** The pause in typing after which a code is checked. */
const SETTLED_AFTER_MS = 400;

type Ask<Found> = (code: string, signal: AbortSignal) => Promise<Found | null>;

/** Checks a referral code. @param code from `referralCodeOf`; empty: not checked */
function useReferralCheck(code: string): CodeCheck<Invitation> {
  const api = useApi();
  const { slug } = useTenant();
  return useCodeCheck('referral', code, async (referral_code, signal) => {
    const body = { tenant_slug: slug, referral_code };
    return invitationOf(await answer(api.POST('/api/referrals/validate', { body, signal })));
  });
}

/** Checks a promo code. @param code from `promoCodeOf`; empty: not checked */
function usePromoCheck(code: string): CodeCheck<Promo> {
  const api = useApi();
  const { slug } = useTenant();
  return useCodeCheck('promo', code, async (promo_code, signal) => {
    const body = { tenant_slug: slug, promo_code };
    return promoOf(await answer(api.POST('/api/promos/validate', { body, signal })));
  });
}

/** Checks a code. Answers are cached by code, so a late answer is never shown for another code. */
function useCodeCheck<Found>(kind: string, code: string, ask: Ask<Found>): CodeCheck<Found> {
  const [settled] = useDebouncedValue(code, SETTLED_AFTER_MS);
  const { data, error } = useQuery({
    queryKey: ['code', kind, settled],
    queryFn: ({ signal }) => ask(settled, signal),
    enabled: settled !== '' && settled === code,
    staleTime: Infinity,
  });
  if (code === '') return { state: 'none' };
  if (settled !== code) return { state: 'checking' };
  if (error !== null) return { state: 'unchecked', error };
  if (data === undefined) return { state: 'checking' };
  return data === null ? { state: 'unknown' } : { state: 'known', found: data };
}

/** The state of the check of a typed code. */
export type CodeCheck<Found> =
  | { readonly state: 'none' }
  | { readonly state: 'checking' }
  | { readonly state: 'known'; readonly found: Found }
  | { readonly state: 'unknown' }
  /** The check failed. */
  | { readonly state: 'unchecked'; readonly error: Error };

/** The content of a valid referral code. */
export interface Invitation {
  /** Null: the referrer's name is hidden. */
  readonly from: string | null;
  readonly reward: Value;
  /** Whether a limit of the program leaves no reward for the friend. */
  readonly withheld: boolean;
  readonly available: Available;
  /** What the invoice that brings the reward must come to; undefined: any amount, or no invoice is needed. */
  readonly minInvoiceCents: number | undefined;
}

/** The content of a valid promo code. */
export interface Promo {
  readonly discount: Value;
  readonly combinable: boolean;
}

/** Reads a validation; null if the code is unknown or has no effect now. */
function invitationOf({
  referrer_name: from = null,
  referee_reward_type: type,
  referee_reward_value: value,
  withheld,
  available,
  min_invoice_cents: minInvoiceCents,
}: Schemas['ReferralValidation']): Invitation | null {
  if (type === undefined || value === undefined) return null;
  return { from, reward: { type, value }, withheld: withheld !== undefined, available, minInvoiceCents };
}

/** Reads a validation; null if the code is unknown or has no effect now. */
function promoOf({
  discount_type: type,
  discount_value: value,
  combinable_with_referral: combinable = false,
}: Schemas['PromoValidation']): Promo | null {
  return type === undefined || value === undefined ? null : { discount: { type, value }, combinable };
}

/** Returns the content of a code, if it is valid. */
export const foundIn = <Found>(check: CodeCheck<Found>): Found | null =>
  check.state === 'known' ? check.found : null;
