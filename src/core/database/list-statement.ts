import { type Cursor, MAX_LIMIT, type Sort } from '../http/page.js';
import { type Statement, utc } from './statement.js';

/** A list of a tenant's rows, ordered by creation time. */
export interface ListStatement {
  /** The base name. Each combination of filters is a statement of its own, with its own plan. */
  readonly name: string;
  /** The table that is listed. It has the columns `tenant_id`, `id` and `created_at`. */
  readonly table: string;
  /** A JSON expression for one row, whose alias is `page`. */
  readonly item: string;
  /** Joins to `page` that `item` needs. */
  readonly joins?: string;
  /** The condition of each filter on `table`; `?` stands for its value. */
  readonly filters: Readonly<Record<string, string>>;
  /** The values of `item` and `joins` from `$2` on. `$1` is the tenant. */
  readonly values?: readonly unknown[];
  /** The longest page that is requested, if it differs from the API's limit. */
  readonly longest?: number;
}

/** The request for a page: its start, its size and the filters that are set. */
export interface PageOf {
  readonly after: Cursor;
  readonly limit: number;
  readonly filters: Readonly<Record<string, unknown>>;
  readonly sort?: Sort | undefined;
}

/**
 * Returns the statement of one page and its values after the tenant. It reads one row more than the limit, which shows
 * whether there is another page.
 */
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

/**
 * Returns one digit for each filter. PostgreSQL cuts names off after 63 bytes, so they can't list the filters by name.
 */
const maskOf = ({ filters }: ListStatement, used: readonly string[]): string =>
  Object.keys(filters)
    .map((filter) => (used.includes(filter) ? '1' : '0'))
    .join('');

/**
 * Selects the page first and joins afterwards, so that the depth of the page and stale statistics don't matter. The
 * constant limit comes before the parameter: for a parameter PostgreSQL assumes a tenth of the table, considers the
 * generic plan too expensive and plans every call anew, which took the list from 1.7 to 2.9 times the floor of `npm run
 * bench`.
 * @param next the number of the first free placeholder
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
