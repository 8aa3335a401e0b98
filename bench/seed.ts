import { FIRST_HASH, grantHash, time } from './seed-hash.js';

/** Credit that an admin granted to every customer who has referred nobody: enough for all invoices of a run. */
const GOODWILL_CENTS = 10_000_000;

/** Every customer but the first was referred, and each referrer referred five. Ids and times rise together, as real ones do. */
const BROUGHT_IN = 5;
const REFERRER = `'cus_' || lpad(((n - 1) / ${BROUGHT_IN})::text, 26, '0')`;
/** The referrers who were referred themselves; each has an invoice that used the discount for it. */
const REFERRED_REFERRERS = `generate_series(1, $2::bigint / ${BROUGHT_IN} - 1) n`;
const id = (prefix: string, number = 'n'): string => `'${prefix}_' || lpad((${number})::text, 26, '0')`;
const AT = `date_trunc('milliseconds', timestamptz '2026-01-01' + n * interval '7 minutes 13.127 seconds')`;
/** A code of eight symbols that differs for each number, because the factor is odd. */
const CODE = `translate(lpad(to_hex((n * 2654435761) % 4294967296), 8, '0'), '0123456789abcdef', 'ABCDEFGHJKLMNPQR')`;
/** Lot numbers that no referral uses. */
const BY_HAND = 'n + 1000000';

/** Holds the grants in the order of their hash chain; the ledger tables are filled from it. */
export const SEEDED_ENTRIES = 'create temporary table seeded_entry (like credit_entry)';

interface Grants {
  readonly sequence: number;
  /** The numbers of the customers, lots and entries. */
  readonly numbers: string;
  readonly customer: string;
  readonly number: string;
  readonly rewardId: string;
  readonly cents: number;
  readonly reason: string;
  readonly actor: string;
}

/** Inserts one grant for each of many customers. */
const grants = ({ sequence, numbers, customer, number, rewardId, cents, reason, actor }: Grants): string => `
  insert into seeded_entry
    select entry.*, ${grantHash(`coalesce(previous.hash, ${FIRST_HASH})`, {
      tenantId: 'entry.tenant_id',
      customerId: 'entry.customer_id',
      sequence: 'entry.sequence',
      id: 'entry.id',
      lotId: 'entry.lot_id',
      amountCents: 'entry.amount_cents',
      balanceCents: 'entry.balance_cents',
      reason: 'entry.reason',
      actor: 'entry.actor',
      createdAt: time('entry.at'),
      rewardId,
    })}
      from (select $1::text as tenant_id, ${customer} as customer_id, ${sequence} as sequence,
                   ${id('cre', number)} as id, ${id('lot', number)} as lot_id, 'grant' as kind, ${cents} as amount_cents,
                   ${cents} as lot_remaining_cents, ${cents * sequence} as balance_cents, null as redemption_id,
                   ${reason}::text as reason, '${actor}' as actor, ${AT} as at
              from ${numbers} n) entry
      left join seeded_entry previous on previous.tenant_id = entry.tenant_id
        and previous.customer_id = entry.customer_id and previous.sequence = entry.sequence - 1`;

/** Grants each referrer credit for each referral, and every other customer credit by hand. */
const CREDIT = [
  ...Array.from({ length: BROUGHT_IN }, (_, index) =>
    grants({
      sequence: index + 1,
      numbers: `generate_series(${index + 1}, $2::bigint, ${BROUGHT_IN})`,
      customer: REFERRER,
      number: 'n',
      rewardId: id('rwd', 'substr(entry.lot_id, 5)::bigint * 2'),
      cents: 2000,
      reason: 'null',
      actor: 'public',
    }),
  ),
  grants({
    sequence: 1,
    numbers: `generate_series($2::bigint / ${BROUGHT_IN}, $2::bigint)`,
    customer: id('cus'),
    number: BY_HAND,
    rewardId: 'null',
    cents: GOODWILL_CENTS,
    reason: `'goodwill'`,
    actor: 'admin:usr_bench',
  }),
  `insert into credit_account
     select distinct on (customer_id) tenant_id, customer_id, balance_cents, sequence, hash
       from seeded_entry where tenant_id = $1 and $2::int > 0 order by customer_id, sequence desc`,
  `insert into credit_lot
     select $1, ${id('lot')}, ${REFERRER}, ${id('rwd', 'n * 2')}, 2000, 2000, null, null, ${AT}
       from generate_series(1, $2::bigint) n`,
  `insert into credit_lot
     select $1, ${id('lot', BY_HAND)}, ${id('cus')}, null, ${GOODWILL_CENTS}, ${GOODWILL_CENTS}, null, null, ${AT}
       from generate_series($2::bigint / ${BROUGHT_IN}, $2::bigint) n`,
  `insert into credit_entry select * from seeded_entry where tenant_id = $1 and $2::int > 0`,
];

/** The statements that fill one tenant: `$1` is its id, `$2` its number of referrals. */
export const SEED = [
  `insert into program_terms
     select $1, 1, true, 'credit', 2000, 'discount_percent', 1500, 'admin:usr_bench', now(),
            'enrollment', 0, null, null, 'ever', null, false, 'full', 'reverse', null
      where $2::int > 0`,
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
     select $1, ${id('ref')}, ${id('tle', 'n * 3 + line')}, ${AT},
            (array['referral.created', 'referral.qualified', 'reward.applied'])[line + 1], 'public',
            (array[jsonb_build_object('referral_code', 'ABCDEFGH'), jsonb_build_object('qualified_by', 'enrollment'),
                   jsonb_build_object('role', 'referrer', 'reward_id', ${id('rwd', 'n * 2')}, 'type', 'credit',
                                      'value', 20)])[line + 1]
       from generate_series(1, $2::bigint) n, generate_series(0, 2) line`,
  `insert into redemption
     select $1, ${id('rdm')}, ${id('cus')}, 'INVOICE-' || n, 'USD', 'applied', 10000, 1500, 0, 8500, 0, 0, '[]', '[]',
            'admin:usr_bench', ${AT}, 0
       from ${REFERRED_REFERRERS}`,
  `insert into reward
     select $1, ${id('rwd', 'n * 2 + side')}, ${id('ref')},
            case side when 0 then ${REFERRER} else ${id('cus')} end,
            case side when 0 then 'referrer' else 'referee' end,
            case side when 0 then 'credit' else 'discount_percent' end,
            case side when 0 then 2000 else 1500 end,
            case when side = 0 or used then 'applied' else 'available' end,
            ${AT}, case when side = 0 or used then ${AT} end, null, ${AT},
            case when side = 1 and used then 1500 else 0 end, 0, case when side = 1 and used then ${id('rdm')} end
       from generate_series(1, $2::bigint) n, generate_series(0, 1) side,
            lateral (select n < $2::bigint / ${BROUGHT_IN} as used) invoice`,
  `insert into redemption_line
     select $1, ${id('rdm')}, 1, 'referral', 'discount_percent', 1500, 10000, 1500, 8500, null, ${id('rwd', 'n * 2 + 1')},
            null, 0
       from ${REFERRED_REFERRERS}`,
  `insert into enrollment
     select $1, ${id('enr')}, ${id('cus')}, 'applied', null, ${id('ref')},
            'none', null, null, null, null, ${AT}, null, null
       from generate_series(1, $2::bigint) n`,
  `insert into outbox_event
     select $1, ${id('evt', 'n * 4 + event')},
            (array['customer.enrolled', 'referral.created', 'referral.qualified', 'reward.applied'])[event + 1],
            jsonb_build_object('referral_id', ${id('ref')}, 'referrer_customer_id', ${REFERRER},
                               'referee_customer_id', ${id('cus')}), ${AT}, n * 4 + event - 3
       from generate_series(1, $2::bigint) n, generate_series(0, 3) event`,
  `insert into event_position select $1, $2::bigint * 4`,
  // Every caller shares one address here, which the rules would find suspect.
  `insert into abuse_rules (tenant_id, version, updated_by, updated_at, same_email, same_phone, disposable_domain,
                            velocity_referrer, velocity_referrer_limit, velocity_address, velocity_address_limit,
                            same_address)
     select $1, 1, 'admin:usr_bench', now(), 'off', 'off', 'off', 'off', 10, 'off', 10, 'off' where $2::int > 0`,
  ...CREDIT,
];

/** Returns the same statements for other times: `at` is SQL for the time of number `n`. Ids and times must rise together. */
export const seedAt = (at: string): string[] =>
  SEED.map((statement) => statement.replaceAll(AT, `date_trunc('milliseconds', ${at})`));
