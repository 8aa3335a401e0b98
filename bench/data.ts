import type { Client } from 'pg';

/** A person with a code. */
export interface CodeOwner {
  readonly id: string;
  readonly code: string;
}

export interface BenchTenant {
  readonly id: string;
  readonly slug: string;
}

export interface BenchPeople {
  readonly tenant: BenchTenant;
  readonly owners: readonly CodeOwner[];
}

const TENANT: BenchTenant = { id: 'ten_bench', slug: 'bench-waste' };
const REFERRALS = 20_000;
/** Tenants beside it, so that tables and indexes hold what a query must step over. */
const OTHERS = ['ten_other_a', 'ten_other_b', 'ten_other_c', 'ten_other_d'];
const REFERRALS_OF_OTHERS = 2_000;

/** Every customer but the first was referred; each referrer has brought in five. Ids and times rise together, as real ones do. */
const REFERRER = `'cus_' || lpad(((n - 1) / 5)::text, 26, '0')`;
const id = (prefix: string, number = 'n'): string => `'${prefix}_' || lpad((${number})::text, 26, '0')`;
const AT = `date_trunc('milliseconds', timestamptz '2026-01-01' + n * interval '7 minutes 13.127 seconds')`;
/** A code of eight symbols, unlike its neighbours': an odd factor makes a different one of each number. */
const CODE = `translate(lpad(to_hex((n * 2654435761) % 4294967296), 8, '0'), '0123456789abcdef', 'ABCDEFGHJKLMNPQR')`;

/** Statements that fill one tenant: `$1` is its id, `$2` its number of referrals. */
const FILL = [
  `insert into tenant
     select $1, case $1 when '${TENANT.id}' then '${TENANT.slug}' else replace($1, '_', '-') end, $1, 'USD', 'active', now()
      where $2::int > 0`,
  `insert into program_terms
     select $1, 1, true, 'credit', 2000, 'discount_percent', 1500, 'admin:usr_bench', now() where $2::int > 0`,
  `insert into referral_program select $1, 1 where $2::int > 0`,
  `insert into customer
     select $1, ${id('cus')}, 'Customer Number ' || n, 'customer-' || n || '@example.com',
            'customer-' || n || '@example.com', null, 'active', ${AT}
       from generate_series(0, $2::bigint) n`,
  `insert into referral_code select $1, ${id('cus')}, ${CODE}, ${AT} from generate_series(0, $2::bigint) n`,
  `insert into referral
     select $1, ${id('ref')}, ${REFERRER}, ${id('cus')}, 'ABCDEFGH', 1, 'qualified', ${AT}
       from generate_series(1, $2::bigint) n`,
  `insert into referral_timeline
     select $1, ${id('ref')}, ${id('tle', 'n * 2 + line')}, ${AT},
            case line when 0 then 'referral.created' else 'referral.qualified' end, 'public',
            case line when 0 then 'enrolled with code ABCDEFGH' else 'qualified by enrollment' end
       from generate_series(1, $2::bigint) n, generate_series(0, 1) line`,
  `insert into reward
     select $1, ${id('rwd', 'n * 2 + side')}, ${id('ref')},
            case side when 0 then ${REFERRER} else ${id('cus')} end,
            case side when 0 then 'referrer' else 'referee' end,
            case side when 0 then 'credit' else 'discount_percent' end,
            case side when 0 then 2000 else 1500 end, 'available', ${AT}, null, null, ${AT}
       from generate_series(1, $2::bigint) n, generate_series(0, 1) side`,
  `insert into enrollment
     select $1, ${id('enr')}, ${id('cus')}, 'applied', null, ${id('ref')}, 'none', null, null, null, null, ${AT}
       from generate_series(1, $2::bigint) n`,
  `insert into outbox_event
     select $1, ${id('evt', 'n * 3 + event')},
            (array['customer.enrolled', 'referral.created', 'referral.qualified'])[event + 1],
            jsonb_build_object('referral_id', ${id('ref')}, 'referrer_customer_id', ${REFERRER},
                               'referee_customer_id', ${id('cus')}), ${AT}
       from generate_series(1, $2::bigint) n, generate_series(0, 2) event`,
];

/** Fills a migrated database, as its superuser, and leaves it as a server has it after a quiet night. */
export async function fill(client: Client): Promise<BenchPeople> {
  const sizes = [
    [TENANT.id, REFERRALS] as const,
    ...OTHERS.map((other) => [other, REFERRALS_OF_OTHERS] as const),
  ];
  for (const statement of FILL) for (const size of sizes) await client.query(statement, [...size]);
  await client.query('vacuum analyze');
  await client.query('checkpoint');
  const { rows } = await client.query<CodeOwner>(
    'select customer_id as id, code from referral_code where tenant_id = $1 order by customer_id',
    [TENANT.id],
  );
  return { tenant: TENANT, owners: rows };
}
