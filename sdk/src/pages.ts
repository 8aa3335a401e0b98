/** A page of any list. */
export interface Page<Item> {
  readonly data: readonly Item[];
  readonly next_cursor: string | null;
}

/**
 * Every item of a list, page after page; no page is asked for before it is needed.
 * @param pageAt asks for the page at a cursor, the first one without
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
