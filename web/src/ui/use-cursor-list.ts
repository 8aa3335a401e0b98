import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Location, useLocation, useNavigate } from 'react-router';
import type { Page } from 'referrals-sdk/pages';

/** A list of the API, page by page. */
export interface CursorList<Item> {
  /** Undefined: nothing has come yet. While the next page is fetched, the one before. */
  readonly items: readonly Item[] | undefined;
  /** Why there is no page to show. */
  readonly error: Error | null;
  readonly retry: () => void;
  /** What is shown is about to be replaced. */
  readonly stale: boolean;
  /** Counted from one. */
  readonly pageNumber: number;
  /** Null: there is no such page. */
  readonly previous: (() => void) | null;
  readonly next: (() => void) | null;
}

interface Source<Item> {
  /** Of the query, with everything that the list is filtered by. */
  readonly key: readonly unknown[];
  readonly pageAt: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Item>>;
}

/**
 * A list with a way forth and back. The API tells the next page's cursor only, so those of the pages before are kept in
 * the browser's history: its own back button goes a page back, a reload stays on the page, and any other navigation, such as
 * another filter, begins with the first. A link that is to stay on the page passes `state={useLocation().state}` on.
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

/** The cursors of the pages after the first, up to the one that is shown. */
function cursorsIn(state: unknown): readonly string[] {
  const { cursors = [] } = (state ?? {}) as { cursors?: readonly string[] };
  return cursors;
}
