import type { Cursor } from '../common/page.js';
import { type Statement, utc } from './statement.js';

/** A list of a tenant's rows, newest first. */
export interface ListStatement {
  /** Names the list; each combination of filters is a statement of its own, so that each has a plan of its own. */
  readonly name: string;
  /** Whose rows are listed; it has `tenant_id`, `id` and `created_at`. */
  readonly table: string;
  /** A JSON expression for one row, which it calls `page`. */
  readonly item: string;
  /** What `item` needs beside the row itself: joins to `page`. */
  readonly joins?: string;
  /** A condition on `table` for each filter there is; `?` stands for its value. */
  readonly filters: Readonly<Record<string, string>>;
  /** What `item` and `joins` need beside the tenant, which is `$1`: `$2` and so on. */
  readonly values?: readonly unknown[];
}

/** A page as somebody asks for it: where it starts, how long it may be, and the filters that are set. */
export interface PageOf {
  readonly after: Cursor;
  readonly limit: number;
  readonly filters: Readonly<Record<string, unknown>>;
}

/**
 * The statement of one page, and its values after the tenant. The page is cut out first and only then joined, so that
 * the depth of the list and stale statistics cost nothing; one row more than the limit tells that there is more.
 */
export function listStatement(
  { name, table, item, joins = '', filters, values = [] }: ListStatement,
  { after, limit, filters: given }: PageOf,
): { statement: Statement; values: unknown[] } {
  const used = Object.keys(filters).filter((filter) => given[filter] !== undefined);
  const next = values.length + 2;
  const conditions = used.map((filter, index) =>
    (filters[filter] ?? '').replaceAll('?', `$${next + 3 + index}`),
  );
  const text = `
    select page.id, ${utc('page.created_at')} as at, (${item})::text as item
      from (select *
              from ${table}
             where ${[`tenant_id = $1`, `(created_at, id) < ($${next}::timestamptz, $${next + 1})`, ...conditions].join(' and ')}
             order by created_at desc, id desc
             limit $${next + 2}) page
      ${joins}
     order by page.created_at desc, page.id desc`;
  return {
    statement: { name: [name, ...used].join('_'), text },
    values: [...values, after.at, after.id, limit + 1, ...used.map((filter) => given[filter])],
  };
}
