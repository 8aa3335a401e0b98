import { Injectable } from '@nestjs/common';
import type { JsonText } from '../common/json-text.js';
import { cursorFrom, type ItemRow, type Page, pageOf } from '../common/page.js';
import type { PageRequest } from '../common/page.dto.js';
import { type ListStatement, listStatement } from './list-statement.js';
import { TenantReader } from './tenant-reader.js';

/** Pages of a tenant's lists, through the reading door. */
@Injectable()
export class TenantLists {
  constructor(private readonly reader: TenantReader) {}

  /**
   * @param request `limit`, `cursor`, and the filters that the list knows
   * @param own filters that the request does not name
   * @throws DomainError `validation_failed` for a bad cursor, `database_unavailable`
   */
  async page<Item>(
    tenantId: string,
    list: ListStatement,
    { limit, cursor, ...requested }: PageRequest,
    own: Readonly<Record<string, unknown>> = {},
  ): Promise<JsonText<Page<Item>>> {
    const filters = { ...requested, ...own };
    const { statement, values } = listStatement(list, { after: cursorFrom(cursor), limit, filters });
    return pageOf(await this.reader.rows<ItemRow>(tenantId, statement, [tenantId, ...values]), limit);
  }
}
