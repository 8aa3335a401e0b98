import type { Schemas } from 'referrals-sdk';
import type { paths } from 'referrals-sdk/schema';

export type Referral = Schemas['ReferralAnswer'];

/** What the API's list takes. */
type ListQuery = NonNullable<paths['/api/referrals']['get']['parameters']['query']>;
/** What the list is filtered and ordered by. */
export type ReferralQuery = Omit<ListQuery, 'limit' | 'cursor'>;

export const STATUSES = ['pending', 'qualified', 'applied', 'rejected', 'reversed'] as const;
const OLDEST_FIRST = 'created_at';
/** Nobody referred anybody before; and while a year is being typed it is the year 2. */
const DAY = /^20\d\d-\d\d-\d\d$/;

/** The filters as the address has them, each by its own name there; an empty one is not set. */
export interface Filters {
  readonly q: string;
  readonly status: string;
  /** The first and the last day, as `2026-05-01`. */
  readonly from: string;
  readonly to: string;
  readonly referrer_customer_id: string;
  /** `created_at`: oldest first. */
  readonly sort: string;
}

export const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text));

/** The filters of an address; what no list could be filtered by is left out. */
export function filtersIn(search: URLSearchParams): Filters {
  const text = (name: keyof Filters, isGood: (value: string) => boolean): string => {
    const value = search.get(name) ?? '';
    return isGood(value) ? value : '';
  };
  return {
    q: text('q', () => true),
    status: text('status', (value) => STATUSES.some((status) => status === value)),
    from: text('from', isDay),
    to: text('to', isDay),
    referrer_customer_id: text('referrer_customer_id', () => true),
    sort: text('sort', (value) => value === OLDEST_FIRST),
  };
}

/** How many filters are set; the order filters nothing. */
export const filtersSet = ({ sort: _, ...filters }: Filters): number =>
  Object.values(filters).filter((value) => value.trim() !== '').length;

/** The filters as the API takes them. Days are those of whoever looks, from their midnight to their midnight. */
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
