import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { answer } from 'referrals-sdk';
import { useApi } from '../api/api-context.js';
import { useTenant } from '../session/tenant-context.js';
import { type CodeCheck, type Invitation, invitationOf, type Promo, promoOf } from './code-check.js';

/** How long nothing is typed before a code is asked for. */
const SETTLED_AFTER_MS = 400;

type Ask<Found> = (code: string, signal: AbortSignal) => Promise<Found | null>;

/** What is known of a referral code. @param code as `referralCodeOf` gives it; empty: not asked for */
export function useReferralCheck(code: string): CodeCheck<Invitation> {
  const api = useApi();
  const { slug } = useTenant();
  return useCodeCheck('referral', code, async (referral_code, signal) => {
    const body = { tenant_slug: slug, referral_code };
    return invitationOf(await answer(api.POST('/api/referrals/validate', { body, signal })));
  });
}

/** What is known of a promo code. @param code as `promoCodeOf` gives it; empty: not asked for */
export function usePromoCheck(code: string): CodeCheck<Promo> {
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
