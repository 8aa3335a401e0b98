import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, type Schemas, type Versioned, versioned } from 'referrals-sdk';
import { useApi } from '../../api/api-context.js';
import { type CursorList, useCursorList } from '../../ui/use-cursor-list.js';

export type Promo = Schemas['PromoAnswer'];

/** The key of every query about promos. */
export const PROMOS = ['promos'] as const;

/** Fetches the promos that match, newest first. */
export function usePromos(filters: { q?: string; active?: boolean }): CursorList<Promo> {
  const api = useApi();
  return useCursorList({
    key: [...PROMOS, 'list', filters],
    pageAt: (cursor, signal) =>
      answer(
        api.GET('/api/promos', {
          params: { query: { ...filters, ...(cursor !== undefined && { cursor }) } },
          signal,
        }),
      ),
  });
}

/** Fetches a promo and its version for its form. It is not cached, so that the form starts with current values. */
export function usePromo(id: string): UseQueryResult<Versioned<Promo>> {
  const api = useApi();
  return useQuery({
    queryKey: [...PROMOS, id],
    queryFn: ({ signal }) => versioned(api.GET('/api/promos/{id}', { params: { path: { id } }, signal })),
    gcTime: 0,
  });
}
