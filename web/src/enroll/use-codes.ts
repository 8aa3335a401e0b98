import { type ChangeEvent, useState } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { answer, type Schemas } from 'referrals-sdk';
import { useApi } from '../api/api-context.js';
import { useTenant } from '../session/tenant-context.js';
import type { Value } from '../ui/value-words.js';
import type { EnrollLink } from './enroll-link.js';
import { promoCodeOf, REFERRAL_CODE_LENGTH, referralCodeOf } from './typed-code.js';

type Changed = ChangeEvent<HTMLInputElement>;

interface Codes {
  /** As they are sent. */
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

/** Both codes as they are typed, from what the link brought, and what is known of each. */
export function useCodes(link: EnrollLink): Codes {
  const [referral, setReferral] = useState(link.referralCode);
  const [promo, setPromo] = useState(link.promoCode);
  const [typing, setTyping] = useState(false);
  const given = { referralCode: referralCodeOf(referral), promoCode: promoCodeOf(promo) };
  // Half a code is no wrong code: it is not asked for before its field is left.
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

/** How long nothing is typed before a code is asked for. */
const SETTLED_AFTER_MS = 400;

type Ask<Found> = (code: string, signal: AbortSignal) => Promise<Found | null>;

/** What is known of a referral code. @param code as `referralCodeOf` gives it; empty: not asked for */
function useReferralCheck(code: string): CodeCheck<Invitation> {
  const api = useApi();
  const { slug } = useTenant();
  return useCodeCheck('referral', code, async (referral_code, signal) => {
    const body = { tenant_slug: slug, referral_code };
    return invitationOf(await answer(api.POST('/api/referrals/validate', { body, signal })));
  });
}

/** What is known of a promo code. @param code as `promoCodeOf` gives it; empty: not asked for */
function usePromoCheck(code: string): CodeCheck<Promo> {
  const api = useApi();
  const { slug } = useTenant();
  return useCodeCheck('promo', code, async (promo_code, signal) => {
    const body = { tenant_slug: slug, promo_code };
    return promoOf(await answer(api.POST('/api/promos/validate', { body, signal })));
  });
}

/** Answers are kept by their code: one that comes late for a code that was typed before is never shown for another. */
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

/** What is known of a typed code at the moment. */
export type CodeCheck<Found> =
  | { readonly state: 'none' }
  | { readonly state: 'checking' }
  | { readonly state: 'known'; readonly found: Found }
  | { readonly state: 'unknown' }
  /** It could not be asked for, by this error. */
  | { readonly state: 'unchecked'; readonly error: Error };

/** What a good referral code says. */
export interface Invitation {
  /** Null: whoever invites stays hidden. */
  readonly from: string | null;
  readonly reward: Value;
}

/** What a good promo code says. */
export interface Promo {
  readonly discount: Value;
  readonly combinable: boolean;
}

/** Null: there is no such code, or it does nothing at the moment. */
function invitationOf({
  referrer_name: from = null,
  referee_reward_type: type,
  referee_reward_value: value,
}: Schemas['ReferralValidation']): Invitation | null {
  return type === undefined || value === undefined ? null : { from, reward: { type, value } };
}

/** Null: there is no such code, or it does nothing at the moment. */
function promoOf({
  discount_type: type,
  discount_value: value,
  combinable_with_referral: combinable = false,
}: Schemas['PromoValidation']): Promo | null {
  return type === undefined || value === undefined ? null : { discount: { type, value }, combinable };
}

/** What was found, if a code is known. */
export const foundIn = <Found>(check: CodeCheck<Found>): Found | null =>
  check.state === 'known' ? check.found : null;
