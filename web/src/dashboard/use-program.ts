import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, type Schemas } from 'referrals-sdk';
import { useApi } from '../api/api-context.js';

export const PROGRAM = ['program'] as const;

/** Fetches the saved program. @param options.fresh asks again even if the answer is cached */
export function useProgram({ fresh = false } = {}): UseQueryResult<Schemas['ConfigAnswer']> {
  const api = useApi();
  return useQuery({
    queryKey: PROGRAM,
    queryFn: ({ signal }) => answer(api.GET('/api/referrals/config', { signal })),
    ...(fresh && { staleTime: 0 }),
  });
}
