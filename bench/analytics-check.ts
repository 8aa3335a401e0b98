import { isDeepStrictEqual } from 'node:util';
import type { Client } from 'pg';
import type { SummaryAnswer } from '../src/reports/analytics/summary.dto.js';
import { ASKED } from './analytics-seed.js';

/** Computes a reward's status independently of `referral/standing/status-at.ts`. `$2` is now. */
const REWARDED = `
  r.status = 'qualified' and exists (select from reward w where w.tenant_id = r.tenant_id and w.referral_id = r.id)
   and not exists (select from reward w where w.tenant_id = r.tenant_id and w.referral_id = r.id
                     and not (w.status = 'applied' or w.type = 'credit' and w.status = 'pending'
                              and coalesce(w.available_at <= $2::timestamptz, false)))`;

/** Computes the state of each referral once, for all questions. */
const STANDING = `
  create temporary table standing as
    select r.id, r.referrer_customer_id as referrer, r.created_at, r.status = 'qualified' as qualified, ${REWARDED} as rewarded
      from referral r where r.tenant_id = $1`;

const SERIES = `
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as start,
         coalesce((select sum(link_opened) from code_traffic where tenant_id = $1
                      and date_trunc($4, day::timestamp) = at at time zone 'UTC'
                      and day >= ($2::timestamptz at time zone 'UTC')::date
                      and day < ($3::timestamptz - interval '1 ms') at time zone 'UTC'), 0)::int as link_opened,
         coalesce((select sum(code_validated) from code_traffic where tenant_id = $1
                      and date_trunc($4, day::timestamp) = at at time zone 'UTC'
                      and day >= ($2::timestamptz at time zone 'UTC')::date
                      and day < ($3::timestamptz - interval '1 ms') at time zone 'UTC'), 0)::int as code_validated,
         coalesce(enrolled, 0)::int as enrolled, coalesce(qualified, 0)::int as qualified, coalesce(rewarded, 0)::int as rewarded
    from generate_series(date_trunc($4, $2::timestamptz, 'UTC'), $3::timestamptz - interval '1 ms', ('1 ' || $4)::interval) at
    left join (select date_trunc($4, created_at, 'UTC') as at, count(*) as enrolled,
                      sum(qualified::int) as qualified, sum(rewarded::int) as rewarded
                 from standing where created_at >= $2 and created_at < $3 group by 1) found using (at)
   order by at`;

const TOP = `
  select referrer as customer_id, name, email, count(*)::int as referrals, sum(qualified::int)::int as qualified
    from standing join customer on customer.tenant_id = $1 and customer.id = referrer
   where standing.created_at >= $2 and standing.created_at < $3
   group by referrer, name, email
   order by referrals desc, qualified desc, referrer collate "C" limit 10`;

const OVERLAP = `
  select coalesce(sum((referral_status = 'applied' and promo_status in ('none', 'invalid'))::int), 0)::int as referral_only,
         coalesce(sum((referral_status in ('none', 'invalid') and promo_status = 'applied')::int), 0)::int as promo_only,
         coalesce(sum((referral_status = 'applied' and promo_status = 'applied')::int), 0)::int as both_applied,
         coalesce(sum((referral_status = 'dropped')::int), 0)::int as referral_dropped
    from enrollment where tenant_id = $1 and created_at >= $2 and created_at < $3`;

/** Prepares the tables of the independent calculation. */
export async function reckon(client: Client, asOf: string): Promise<void> {
  await client.query(`set timezone = 'UTC'`);
  await client.query(STANDING.replaceAll('$1', `'${ASKED}'`).replaceAll('$2', `'${asOf}'`));
}

/** Compares an answer with plain SQL. @throws Error naming the first part that differs */
export async function requireRight(client: Client, answer: SummaryAnswer): Promise<void> {
  const { from, to, interval } = answer;
  const period = [ASKED, from, to];
  const expected = {
    series: (await client.query(SERIES, [...period, interval])).rows,
    top_referrers: (await client.query(TOP, period)).rows,
    promo_overlap: (await client.query<object>(OVERLAP, period)).rows[0],
  };
  for (const [part, value] of Object.entries(expected)) {
    if (!isDeepStrictEqual(plain(answer[part as keyof typeof expected]), plain(value)))
      throw new Error(`${part} from ${from} to ${to} differs from the result of plain SQL.`);
  }
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
