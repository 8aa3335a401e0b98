/** A page of any list. */
export interface Page<Item> {
  readonly data: readonly Item[];
  readonly next_cursor: string | null;
}

/**
 * Yields every item of a list and fetches each page when it is needed.
 * @param pageAt fetches the page at a cursor, or the first page without one
 * @example
 * for await (const referral of everyItem((cursor) => answer(client.GET('/api/referrals', { params: { query: { cursor } } }))))
 */
export async function* everyItem<Item>(
  pageAt: (cursor: string | undefined) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let cursor: string | undefined;
  do {
    const page = await pageAt(cursor);
    yield* page.data;
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
}
