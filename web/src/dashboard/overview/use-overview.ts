import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, type Schemas } from 'referrals-sdk';
import { useApi } from '../../api/api-context.js';
import { isQuiet } from './funnel-steps.js';
import { type PeriodName, periodOf } from './period.js';

export type Summary = Schemas['SummaryAnswer'];
export type Liability = Schemas['LiabilityAnswer'];

/** Always refetches, so that changes on other pages show at once. */
const staleTime = 0;

/** Fetches the summary of a period. The previous one stays until the new one has come. */
export function useSummary(name: PeriodName): UseQueryResult<Summary> {
  const api = useApi();
  return useQuery({
    queryKey: ['analytics', 'summary', name],
    queryFn: () =>
      answer(api.GET('/api/analytics/summary', { params: { query: periodOf(name, new Date()) } })),
    placeholderData: keepPreviousData,
    staleTime,
  });
}

/** Fetches what the business owes its customers now. */
export function useLiability(): UseQueryResult<Liability> {
  const api = useApi();
  return useQuery({
    queryKey: ['analytics', 'liability'],
    queryFn: () => answer(api.GET('/api/analytics/liability')),
    staleTime,
  });
}

/**
 * Tells whether nothing has happened yet in any period; undefined until that is known.
 * @param summary of the current period; if it has figures, the API is not asked
 */
export function useFirstVisit(summary: Summary | undefined): boolean | undefined {
  const api = useApi();
  const quiet = summary === undefined ? undefined : isWithoutFigures(summary);
  const { data, isError } = useQuery({
    queryKey: ['referrals', 'any'],
    queryFn: () => answer(api.GET('/api/referrals', { params: { query: { limit: 1 } } })),
    enabled: quiet === true,
    staleTime,
  });
  if (quiet !== true) return quiet;
  return isError ? false : data === undefined ? undefined : data.data.length === 0;
}

const isWithoutFigures = ({ funnel, promo_overlap: overlap }: Summary): boolean =>
  isQuiet(funnel) && Object.values(overlap).every((count) => count === 0);
