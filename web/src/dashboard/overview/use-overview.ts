import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, type Schemas } from 'referrals-sdk';
import { useApi } from '../../api/api-context.js';
import { isQuiet } from './funnel-steps.js';
import { type PeriodName, periodOf } from './period.js';

export type Summary = Schemas['SummaryAnswer'];
export type Liability = Schemas['LiabilityAnswer'];

/** What is done on other pages shows here at once: what is kept is shown, and asked for again. */
const staleTime = 0;

/** How the program did in a period. While another period is fetched, the one before stays. */
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

/** What the business owes its customers now. */
export function useLiability(): UseQueryResult<Liability> {
  const api = useApi();
  return useQuery({
    queryKey: ['analytics', 'liability'],
    queryFn: () => answer(api.GET('/api/analytics/liability')),
    staleTime,
  });
}

/**
 * Whether nothing has happened yet, in any period: undefined while that isn't known.
 * @param summary of the period that is shown; one with figures answers by itself
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
