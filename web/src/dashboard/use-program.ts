import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type ReferralsClient, type Schemas, type Versioned, versioned } from 'referrals-sdk';
import { useApi } from '../api/api-context.js';

type Config = Schemas['CurrentConfigAnswer'];

export const PROGRAM = ['program'] as const;

const programOf =
  (api: ReferralsClient) =>
  ({ signal }: { signal: AbortSignal }): Promise<Versioned<Config>> =>
    versioned(api.GET('/api/referrals/config', { signal }));

/** Fetches the saved program and its version. */
export function useSavedProgram(): UseQueryResult<Versioned<Config>> {
  return useQuery({ queryKey: PROGRAM, queryFn: programOf(useApi()) });
}

/** Fetches the saved program. @param options.fresh asks again even if the answer is cached */
export function useProgram({ fresh = false } = {}): UseQueryResult<Config> {
  return useQuery({
    queryKey: PROGRAM,
    queryFn: programOf(useApi()),
    select: ({ state }) => state,
    ...(fresh && { staleTime: 0 }),
  });
}
