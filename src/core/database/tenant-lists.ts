import { Injectable } from '@nestjs/common';
import type { JsonText } from '../http/json-text.js';
import {
  type Cursor,
  decodeCursor,
  type ItemRow,
  MAX_LIMIT,
  type Page,
  toPage,
  type PageRequest,
  type Sort,
} from '../http/page.js';
import { listStatement, type ListStatement } from './list-statement.js';
import { TenantReader } from './tenant-reader.js';

interface Sorted {
  readonly sort?: Sort;
}

/** Reads the lists of a tenant page by page. */
@Injectable()
export class TenantLists {
  constructor(private readonly reader: TenantReader) {}

  /**
   * Returns one page.
   * @param request `limit`, `cursor`, `sort`, and the filters of the list
   * @param own filters that the request does not contain
   * @throws DomainError `validation_failed` for an invalid cursor, `database_unavailable`
   */
  async page<Item>(
    tenantId: string,
    list: ListStatement,
    { limit, cursor, sort, ...requested }: PageRequest & Sorted,
    own: Readonly<Record<string, unknown>> = {},
  ): Promise<JsonText<Page<Item>>> {
    const filters = { ...requested, ...own };
    const { statement, values } = listStatement(list, {
      after: decodeCursor(cursor, sort),
      limit,
      filters,
      sort,
    });
    return toPage(await this.reader.rows<ItemRow>(tenantId, statement, [tenantId, ...values]), limit, sort);
  }

  /**
   * Iterates over the whole list in pages. Each page is its own transaction, so a slow consumer holds no connection;
   * each starts after the last row of the previous one, so no row appears twice.
   * @throws DomainError `database_unavailable`, at any page
   */
  async *pages<Item>(
    tenantId: string,
    list: ListStatement,
    { sort, ...filters }: Sorted,
  ): AsyncGenerator<Item[], void> {
    const { longest: limit = MAX_LIMIT } = list;
    let after: Cursor | undefined = decodeCursor(undefined, sort);
    while (after !== undefined) {
      const { statement, values } = listStatement(list, { after, limit, filters, sort });
      const page = { ...statement, priority: 'bulk' } as const;
      const rows: ItemRow[] = await this.reader.rows<ItemRow>(tenantId, page, [tenantId, ...values]);
      yield rows.map(({ item }) => JSON.parse(item) as Item);
      after = rows.length > limit ? rows.at(-1) : undefined;
    }
  }
}
