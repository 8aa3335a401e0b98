import {
  keepPreviousData,
  skipToken,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { answer, ifMatch, type Schemas, type Versioned, versioned } from 'referrals-sdk';
import { useApi } from '../../api/api-context.js';
import { PROGRAM } from '../use-program.js';
import type { Config, SaveConfig } from './program-draft.js';

const VERSIONS = ['program-versions'];
const PREVIEW = ['program-preview'];
const VERSIONS_AT_ONCE = 5;

export type Version = Schemas['ConfigVersionAnswer'];
export type Preview = Schemas['PreviewAnswer'];

/** A program to save, for the version that it was made from. */
interface Save {
  readonly request: SaveConfig;
  readonly etag: string | undefined;
}

export function useSaveProgram(): UseMutationResult<Versioned<Config>, Error, Save> {
  const api = useApi();
  const show = useShowProgram();
  return useMutation({
    mutationFn: async ({ request: body, etag }) => {
      const params = { header: ifMatch(etag) };
      const saved = await versioned(api.PUT('/api/referrals/config', { params, body }));
      // The exposure is not a setting: sent back with the settings, it would be refused.
      const { exposure: _, ...state } = saved.state;
      return { ...saved, state };
    },
    networkMode: 'always', // offline it fails at once instead of waiting silently
    onSuccess: show,
  });
}

/** Returns a function that shows a saved program on the page, and fetches again what depends on it. */
export function useShowProgram(): (saved: Versioned<Config>) => void {
  const queries = useQueryClient();
  return (saved) => {
    queries.setQueryData(PROGRAM, saved);
    void queries.invalidateQueries({ queryKey: VERSIONS });
    void queries.invalidateQueries({ queryKey: PREVIEW });
  };
}

/** Fetches the saved versions, newest first, page by page. */
export function useVersions(): UseInfiniteQueryResult<Version[]> {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: VERSIONS,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.GET('/api/referrals/config/versions', {
          params: { query: { limit: VERSIONS_AT_ONCE, ...(cursor !== undefined && { cursor }) } },
        }),
      ),
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ data }) => data),
  });
}

/** Fetches what a program would have cost. Null: asks nothing and keeps the last answer. */
export function usePreview(program: SaveConfig | null): UseQueryResult<Preview> {
  const api = useApi();
  return useQuery({
    queryKey: [...PREVIEW, program],
    queryFn:
      program === null
        ? skipToken
        : ({ signal }) => answer(api.POST('/api/referrals/config/preview', { body: program, signal })),
    placeholderData: keepPreviousData,
  });
}

type Rules = Schemas['AbuseRulesAnswer'];

const ABUSE_RULES = ['abuse-rules'];
/** Every abuse rule set to `hold`. */
const ALL_ON_HOLD = {
  same_email: 'hold',
  same_phone: 'hold',
  disposable_domain: 'hold',
  velocity_referrer: 'hold',
  velocity_address: 'hold',
  same_address: 'hold',
} as const satisfies Schemas['SaveAbuseRulesRequest'];

/** Whether every rule holds what it finds suspect. */
/** A higher velocity limit would not stop a script in time. */
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

type Branding = Schemas['BrandingAnswer'];

/** Saves the color and applies it to this page at once. @returns a mutation of a `#rrggbb` */
export function useSaveColor(): UseMutationResult<Branding, Error, string> {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (brand_color) => answer(api.PUT('/api/branding', { body: { brand_color } })),
    networkMode: 'always',
    onSuccess: (saved) => {
      queries.setQueryData<Branding>(['branding'], (before) => ({ ...before, ...saved }));
    },
  });
}

type BudgetUse = NonNullable<Schemas['CurrentConfigAnswer']['usage']>['budget'];

/** Fetches how much of the month's budget is used; null without a budget. @param limitCents the saved budget */
export function useBudgetUse(limitCents: number | null): UseQueryResult<BudgetUse | null> {
  const api = useApi();
  return useQuery({
    queryKey: ['budget-use', limitCents],
    queryFn: async ({ signal }) => {
      const { usage } = await answer(api.GET('/api/referrals/config', { signal }));
      return usage?.budget ?? null;
    },
    enabled: limitCents !== null,
    staleTime: 0, // every enrollment changes it
  });
}
