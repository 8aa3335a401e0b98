import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, type Schemas } from 'referrals-sdk';
import type { Page } from 'referrals-sdk/pages';
import { useApi } from '../../api/api-context.js';
import { type CursorList, useCursorList } from '../../ui/use-cursor-list.js';
import type { ReferralQuery } from './filters.js';

export type Referral = Schemas['ReferralAnswer'];
export type ReferralDetails = Schemas['ReferralDetailAnswer'];

/** The key of every query about referrals: a decision invalidates them all. */
export const REFERRALS = ['referrals'] as const;
const PAGE_SIZE = 25;
const HELD_SHOWN = 20;

/** Fetches the referrals that match, page by page. */
export function useReferrals(query: ReferralQuery): CursorList<Referral> {
  const api = useApi();
  return useCursorList({
    key: [...REFERRALS, 'page', query],
    pageAt: (cursor, signal) =>
      answer(
        api.GET('/api/referrals', { params: { query: { ...query, limit: PAGE_SIZE, cursor } }, signal }),
      ),
  });
}

/** Fetches one referral with its rewards and its timeline. */
export function useReferral(id: string): UseQueryResult<ReferralDetails> {
  const api = useApi();
  return useQuery({
    queryKey: [...REFERRALS, 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/api/referrals/{id}', { params: { path: { id } }, signal })),
  });
}

/** Fetches the open reviews: the referrals that abuse rules hold. */
export function useHeldReferrals(): UseQueryResult<Page<Schemas['ReviewAnswer']> & { has_more: boolean }> {
  const api = useApi();
  return useQuery({
    queryKey: [...REFERRALS, 'held'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/reviews', { params: { query: { status: 'open', limit: HELD_SHOWN } }, signal })),
  });
}
