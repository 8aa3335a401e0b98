import type { paths } from 'referrals-sdk/schema';

/** The query of the API's list. */
type ListQuery = NonNullable<paths['/api/referrals']['get']['parameters']['query']>;
/** The part of it that filters and sorts. */
export type ReferralQuery = Omit<ListQuery, 'limit' | 'cursor'>;

export const STATUSES = ['pending', 'qualified', 'applied', 'unrewarded', 'rejected', 'reversed'] as const;
const OLDEST_FIRST = 'created_at';
/** Accepts years from 2000 on: while a year is being typed, it is the year 2. */
const DAY = /^20\d\d-\d\d-\d\d$/;

/** The filters by their names in the address. `from` and `to` are days such as `2026-05-01`. */
export const FILTER_NAMES = ['q', 'status', 'from', 'to', 'referrer_customer_id', 'sort'] as const;
/** The filters; an empty one is not set. */
export type Filters = Readonly<Record<(typeof FILTER_NAMES)[number], string>>;

export const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text));

/** Drops the filters of an address that the list does not accept. */
export const validFilters = ({ status, from, to, sort, ...texts }: Filters): Filters => ({
  ...texts,
  status: STATUSES.some((known) => known === status) ? status : '',
  from: isDay(from) ? from : '',
  to: isDay(to) ? to : '',
  sort: sort === OLDEST_FIRST ? sort : '',
});

/** Counts the filters that are set. The sort order is not a filter. */
export const filtersSet = ({ sort: _, ...filters }: Filters): number =>
  Object.values(filters).filter((value) => value.trim() !== '').length;

/** Converts the filters to the API's query. Days start and end at the viewer's midnight. */
export function queryOf({ q, status, from, to, referrer_customer_id, sort }: Filters): ReferralQuery {
  return {
    q: orAbsent(q.trim()),
    status: orAbsent(status) as ReferralQuery['status'],
    referrer_customer_id: orAbsent(referrer_customer_id),
    created_after: from === '' ? undefined : midnight(from, 0),
    created_before: to === '' ? undefined : midnight(to, 1),
    sort: orAbsent(sort) as ReferralQuery['sort'],
  };
}

const orAbsent = (text: string): string | undefined => (text === '' ? undefined : text);

function midnight(day: string, daysLater: number): string {
  const moment = new Date(`${day}T00:00`);
  moment.setDate(moment.getDate() + daysLater);
  return moment.toISOString();
}
