import { useQuery } from '@tanstack/react-query';
import { answer } from 'referrals-sdk';
import { useApi } from '../api/api-context.js';
import { useTenant } from '../session/tenant-context.js';
import { exampleCents, type Interaction, interactionOf } from './interaction.js';

/** What two good codes do to each other. Undefined: not asked for, not yet known, or not to be had. */
export function useInteraction(
  codes: { readonly referralCode: string; readonly promoCode: string },
  bothGood: boolean,
): { interaction: Interaction | null | undefined; loading: boolean } {
  const api = useApi();
  const { slug, currency } = useTenant();
  const body = {
    tenant_slug: slug,
    referral_code: codes.referralCode,
    promo_code: codes.promoCode,
    amount_cents: exampleCents(currency.digits),
  };
  const { data, isLoading } = useQuery({
    queryKey: ['quote', body],
    queryFn: async ({ signal }) =>
      interactionOf(await answer(api.POST('/api/enrollments/quote', { body, signal }))),
    enabled: bothGood,
    staleTime: Infinity,
  });
  return { interaction: bothGood ? data : undefined, loading: isLoading };
}
