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

/** Pages of a tenant's lists, through the reading door. */
@Injectable()
export class TenantLists {
  constructor(private readonly reader: TenantReader) {}

  /**
   * @param request `limit`, `cursor`, `sort`, and the filters that the list knows
   * @param own filters that the request does not name
   * @throws DomainError `validation_failed` for a bad cursor, `database_unavailable`
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
   * All of a list, page by page as somebody takes them. Each page is a transaction of its own, so that who takes them
   * slowly keeps nobody waiting; each goes on behind the last row of the one before, so that none is there twice.
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
