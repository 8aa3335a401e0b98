import { type Cursor, MAX_LIMIT, type Sort } from '../http/page.js';
import { type Statement, utc } from './statement.js';

/** A list of a tenant's rows, by when they were made. */
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
  /** The longest page that is asked for, when it is not one of the API. */
  readonly longest?: number;
}

/** A page as somebody asks for it: where it starts, how long it may be, and the filters that are set. */
export interface PageOf {
  readonly after: Cursor;
  readonly limit: number;
  readonly filters: Readonly<Record<string, unknown>>;
  readonly sort?: Sort | undefined;
}

/** The statement of one page, and its values after the tenant. One row more than the limit tells that there is more. */
export function listStatement(
  list: ListStatement,
  { after, limit, filters, sort = '-created_at' }: PageOf,
): { statement: Statement; values: unknown[] } {
  const { values = [] } = list;
  const used = Object.keys(list.filters).filter((filter) => filters[filter] !== undefined);
  return {
    statement: {
      name: `${list.name}_${maskOf(list, used)}${ORDER[sort].suffix}`,
      text: textOf(list, used, values.length + 2, ORDER[sort]),
    },
    values: [...values, after.at, after.id, limit + 1, ...used.map((filter) => filters[filter])],
  };
}

interface Order {
  readonly suffix: string;
  readonly direction: string;
  readonly beyond: string;
}

const ORDER: Readonly<Record<Sort, Order>> = {
  '-created_at': { suffix: '', direction: 'desc', beyond: '<' },
  created_at: { suffix: '_up', direction: 'asc', beyond: '>' },
};

/** A digit for each filter there is. PostgreSQL cuts names after 63 bytes, so they can't list what is used by name. */
const maskOf = ({ filters }: ListStatement, used: readonly string[]): string =>
  Object.keys(filters)
    .map((filter) => (used.includes(filter) ? '1' : '0'))
    .join('');

/**
 * The page is cut out first and only then joined: depth and stale statistics cost nothing. It is cut twice, first by the
 * longest a page may be: of a limit that is a parameter PostgreSQL expects a tenth of the table, finds a plan for that
 * dear, and plans anew at every call: that alone took the list from 1.7 to 2.9 times the floor of `npm run bench`.
 * @param next the number of the first placeholder that is free
 */
function textOf(
  { table, item, joins = '', filters, longest = MAX_LIMIT }: ListStatement,
  used: string[],
  next: number,
  { direction, beyond }: Order,
): string {
  const conditions = [
    'tenant_id = $1',
    `(created_at, id) ${beyond} ($${next}::timestamptz, $${next + 1})`,
    ...used.map((filter, index) => (filters[filter] ?? '').replaceAll('?', `$${next + 3 + index}`)),
  ];
  return `
    select page.id, ${utc('page.created_at')} as at, (${item})::text as item
      from (select *
              from (select *
                      from ${table}
                     where ${conditions.join(' and ')}
                     order by created_at ${direction}, id ${direction}
                     limit ${longest + 1}) longest
             order by created_at ${direction}, id ${direction}
             limit $${next + 2}) page
      ${joins}
     order by page.created_at ${direction}, page.id ${direction}`;
}
