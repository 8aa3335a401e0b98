import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Location, useLocation, useNavigate } from 'react-router';
import type { Page } from 'referrals-sdk/pages';

/** A list of the API with pages. */
export interface CursorList<Item> {
  /** Undefined until the first page has come. While the next page loads, the items of the previous one. */
  readonly items: readonly Item[] | undefined;
  /** Why the page could not be fetched. */
  readonly error: Error | null;
  readonly retry: () => void;
  /** Whether the items are of the previous page. */
  readonly stale: boolean;
  /** Starts at 1. */
  readonly pageNumber: number;
  /** Null: there is no such page. */
  readonly previous: (() => void) | null;
  readonly next: (() => void) | null;
}

interface Source<Item> {
  /** The key of the query, including all filters. */
  readonly key: readonly unknown[];
  readonly pageAt: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Item>>;
}

/**
 * Pages through a list in both directions. The API returns only the next page's cursor, so the cursors of earlier pages
 * are kept in the browser's history: the back button goes back a page, a reload stays on the page, and any other
 * navigation, such as a new filter, starts at the first page. A link that must keep the page passes
 * `state={useLocation().state}`.
 */
export function useCursorList<Item>({ key, pageAt }: Source<Item>): CursorList<Item> {
  const { search, state } = useLocation() as Location<unknown>;
  const navigate = useNavigate();
  const cursors = cursorsIn(state);
  const cursor = cursors.at(-1);
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: [...key, cursor ?? null],
    queryFn: ({ signal }) => pageAt(cursor, signal),
    placeholderData: keepPreviousData,
  });
  const goTo = (to: readonly string[]) => (): void => {
    void navigate({ search }, { state: { cursors: to } });
  };
  const nextCursor = data?.next_cursor ?? null;
  return {
    items: data?.data,
    error: data === undefined || isPlaceholderData ? error : null,
    retry: () => void refetch(),
    stale: isPlaceholderData,
    pageNumber: cursors.length + 1,
    previous: cursors.length === 0 ? null : goTo(cursors.slice(0, -1)),
    next: nextCursor === null || isPlaceholderData ? null : goTo([...cursors, nextCursor]),
  };
}

/** Reads the cursors of the pages after the first, up to the current one. */
function cursorsIn(state: unknown): readonly string[] {
  const { cursors = [] } = (state ?? {}) as { cursors?: readonly string[] };
  return cursors;
}
