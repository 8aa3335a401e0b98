import type { Client } from 'pg';

/** The tenant that is asked about, and the others. */
export const ASKED = 'ten_million';
const REFERRALS = 1_000_000;
const OTHERS: [id: string, referrals: number][] = [
  ['ten_beside_a', 100_000],
  ['ten_beside_b', 100_000],
];
/** Customers who share codes, the first far more often than the last. */
const REFERRERS = 50_000;
/** Three years, up to now. */
const DAYS = 1096;
export const UNTIL = '2026-11-22T12:00:00.000Z';
export const SINCE = '2023-11-22T12:00:00.000Z';

const id = (prefix: string, number = 'n'): string => `'${prefix}_' || lpad((${number})::text, 26, '0')`;
const AT = `date_trunc('milliseconds', timestamptz '${UNTIL}' - (($2::bigint - n) * (interval '${DAYS} days' / $2::bigint)))`;
/** Computes a number from 0 to 99 that looks random and is the same in every run. */
const lot = (salt: number): string => `(abs(hashint8(n * 31 + ${salt})::bigint) % 100)`;
const REFERRER = id(
  'cus',
  `1 + floor(power(abs(hashint8(n)::bigint) % 1000003 / 1000003.0, 3) * ${REFERRERS})::int`,
);

const STATUS = `case when ${lot(1)} < 82 then 'qualified' when ${lot(1)} < 92 then 'pending'
                     when ${lot(1)} < 96 then 'rejected' else 'reversed' end`;
/** Both sides are rewarded, except the referee alone for every tenth referral, and nobody for every twentieth. */
const SIDES = `generate_series(case when ${lot(2)} < 10 then 1 else 0 end, case when ${lot(2)} >= 95 then -1 else 1 end) side`;
/** Most rewards of a valid referral are used; some credit is due but not booked yet, some is on hold for years. */
const REWARD_STATUS = `case ${STATUS}
  when 'pending' then 'pending' when 'rejected' then 'voided' when 'reversed' then 'reversed'
  else case when side = 0 then case when ${lot(3)} < 90 then 'applied' when ${lot(3)} < 97 then 'pending' else 'reversed' end
            else case when ${lot(4)} < 60 then 'applied' when ${lot(4)} < 90 then 'available' else 'expired' end end end`;

/** The statements that fill one tenant: `$1` is its id, `$2` its number of referrals. */
const SEED = [
  `insert into program_terms
     select $1, 1, true, 'credit', 2000, 'discount_percent', 1500, 'admin:usr_bench', now(),
            'enrollment', 0, null, null, 'ever', null, false, 'full', 'reverse', null where $2::bigint > 0`,
  `insert into customer
     select $1, ${id('cus')}, 'Customer Number ' || n, 'customer-' || n || '@example.com',
            'customer-' || n || '@example.com', null, 'active', ${AT}
       from generate_series(1, $2::bigint + ${REFERRERS}) n`,
  `insert into referral
     select $1, ${id('ref')}, ${REFERRER}, ${id('cus', `n + ${REFERRERS}`)}, 'ABCDEFGH', 1, ${STATUS}, ${AT}
       from generate_series(1, $2::bigint) n`,
  `insert into reward
     select $1, ${id('rwd', 'n * 2 + side')}, ${id('ref')},
            case side when 0 then ${REFERRER} else ${id('cus', `n + ${REFERRERS}`)} end,
            case side when 0 then 'referrer' else 'referee' end,
            case side when 0 then 'credit' else 'discount_percent' end,
            case side when 0 then 2000 else 1500 end, status,
            case when status = 'pending' and ${STATUS} = 'qualified' and ${lot(5)} < 50 then now() + interval '9 years'
                 when status = 'pending' and ${STATUS} = 'pending' then null else ${AT} end,
            case when status = 'applied' then ${AT} end, null, ${AT}, 0, 0, null
       from generate_series(1, $2::bigint) n, ${SIDES}, lateral (select ${REWARD_STATUS} as status) stands`,
  // The same number again came without a recorded referral.
  `insert into enrollment
     select $1, ${id('enr')}, ${id('cus', `n + ${REFERRERS}`)}, 'applied', null, ${id('ref')},
            promo, null, case promo when 'applied' then 'pro_x' end, case promo when 'applied' then 'discount_fixed' end,
            case promo when 'applied' then 100 end, ${AT}, case promo when 'applied' then true end, null
       from generate_series(1, $2::bigint) n,
            lateral (select case when ${lot(6)} < 20 then 'applied' when ${lot(6)} < 25 then 'invalid' else 'none' end as promo) brought`,
  `insert into enrollment
     select $1, ${id('enr', 'n + 10000000')}, ${id('cus', 'n + 10000000')},
            case when ${lot(7)} < 10 then 'dropped' when ${lot(7)} < 30 then 'invalid' else 'none' end, null, null,
            promo, null, case promo when 'applied' then 'pro_x' end, case promo when 'applied' then 'discount_fixed' end,
            case promo when 'applied' then 100 end, ${AT}, case promo when 'applied' then false end, null
       from generate_series(1, $2::bigint) n,
            lateral (select case when ${lot(7)} < 10 or ${lot(6)} < 30 then 'applied' else 'none' end as promo) brought`,
  `insert into code_traffic
     select $1, date '2023-11-22' + n, 1000 + n, 700 + n from generate_series(0, ${DAYS}) n where $2::bigint > 0`,
];

/** Fills a migrated database as its superuser. Foreign keys are not checked; all but those of promos hold. */
export async function fillForSummary(client: Client, progress: (line: string) => void): Promise<void> {
  await client.query('set session_replication_role = replica');
  for (const [tenantId, referrals] of [...OTHERS, [ASKED, REFERRALS] as const]) {
    progress(`filling ${tenantId} with ${referrals} referrals`);
    const slug = tenantId.replaceAll('_', '-');
    await client.query(`insert into tenant values ($1, $2, $2, 'USD', 'active', now())`, [tenantId, slug]);
    for (const statement of SEED) await client.query(statement, [tenantId, referrals]);
  }
  await client.query('set session_replication_role = origin');
  progress('vacuum');
  await client.query('vacuum analyze');
  await client.query('checkpoint');
}
