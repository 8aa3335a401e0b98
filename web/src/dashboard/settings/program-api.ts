import {
  keepPreviousData,
  skipToken,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { answer, type Schemas } from 'referrals-sdk';
import { useApi } from '../../api/api-context.js';
import type { Config, SaveConfig } from './program-draft.js';

const PROGRAM = ['program'];
const VERSIONS = ['program-versions'];
const PREVIEW = ['program-preview'];
const VERSIONS_AT_ONCE = 5;

export type Version = Schemas['ConfigVersionAnswer'];
export type Preview = Schemas['PreviewAnswer'];

/** The program as it is saved. */
export function useProgram(): UseQueryResult<Config> {
  const api = useApi();
  return useQuery({ queryKey: PROGRAM, queryFn: () => answer(api.GET('/api/referrals/config')) });
}

export function useSaveProgram(): UseMutationResult<Config, Error, SaveConfig> {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body) => {
      // What is told beside the settings is none, and would be refused when it is sent back.
      const { exposure: _, ...saved } = await answer(api.PUT('/api/referrals/config', { body }));
      return saved;
    },
    networkMode: 'always', // offline it says so at once, instead of waiting in silence
    onSuccess: (saved) => {
      queries.setQueryData(PROGRAM, saved);
      void queries.invalidateQueries({ queryKey: VERSIONS });
      void queries.invalidateQueries({ queryKey: PREVIEW });
    },
  });
}

/** The saved versions, newest first, and more of them when they are asked for. */
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

/** What a program would have cost; null: there is none to ask about, and what was last shown stays. */
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
