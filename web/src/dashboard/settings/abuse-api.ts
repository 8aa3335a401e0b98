import {
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { answer, type Schemas } from 'referrals-sdk';
import { useApi } from '../../api/api-context.js';

type Rules = Schemas['AbuseRulesAnswer'];

const ABUSE_RULES = ['abuse-rules'];
/** Every rule that makes a referral suspect, held until somebody has looked. */
const ALL_ON_HOLD = {
  same_email: 'hold',
  same_phone: 'hold',
  disposable_domain: 'hold',
  velocity_referrer: 'hold',
  velocity_address: 'hold',
  same_address: 'hold',
} as const satisfies Schemas['SaveAbuseRulesRequest'];

/** Whether every rule holds what it finds suspect. */
/** Rules that hold nobody before the hundredth hold no script. */
const MOST_THAT_HOLDS = 50;

export function useAllOnHold(): UseQueryResult<boolean> {
  const api = useApi();
  return useQuery({
    queryKey: ABUSE_RULES,
    queryFn: () => answer(api.GET('/api/abuse-rules')),
    select: (rules) =>
      Object.keys(ALL_ON_HOLD).every((rule) => rules[rule as keyof typeof ALL_ON_HOLD] === 'hold') &&
      Math.max(rules.velocity_referrer_limit, rules.velocity_address_limit) <= MOST_THAT_HOLDS,
  });
}

export function useHoldAll(): UseMutationResult<Rules, Error, undefined> {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.PUT('/api/abuse-rules', { body: ALL_ON_HOLD })),
    networkMode: 'always',
    onSuccess: (saved) => {
      queries.setQueryData(ABUSE_RULES, saved);
    },
  });
}
