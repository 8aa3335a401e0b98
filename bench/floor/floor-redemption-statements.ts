import { time } from './floor-hash.js';

/**
 * The statements of a redemption, as the service sends them: here the floor is not another way of writing, but the
 * same work without what stands around it.
 */

const REWARD = `
  id, referral_id as "referralId", customer_id as "customerId", role, type, value_units as "valueUnits", status,
  available_at as "availableAt", applied_at as "appliedAt", expires_at as "expiresAt", used_cents as "usedCents",
  redemption_id as "redemptionId", shortfall_cents as "shortfallCents", created_at as "createdAt"`;

const LOT = `
  lot.id, lot.customer_id as "customerId", lot.reward_id as "rewardId", lot.granted_cents as "grantedCents",
  lot.remaining_cents as "remainingCents", lot.expires_at as "expiresAt", lot.reversed_at as "reversedAt",
  lot.created_at as "createdAt"`;

const oldest = (status: string): string => `
  (select ${REWARD} from reward
    where tenant_id = $1 and customer_id = $2 and status = '${status}'
    order by created_at, id
    limit 10)`;

/** Columns of an insert, and the placeholders of so many rows. */
const insert = (table: string, columns: string, rows = 1): { name: string; text: string } => {
  const count = columns.split(',').length;
  const row = (index: number): string =>
    `(${Array.from({ length: count }, (_, column) => `$${index * count + column + 1}`).join(', ')})`;
  return {
    name: `insert_${table}_${rows}`,
    text: `insert into ${table} (${columns}) values ${Array.from({ length: rows }, (_, index) => row(index)).join(', ')}`,
  };
};

/** `$1` is the tenant, `$2` the customer, unless a comment says otherwise. */
export const READS = {
  lock: {
    name: 'customer_lock',
    text: `select id from customer where tenant_id = $1 and id = $2 for no key update`,
  },
  head: {
    name: 'credit_account_head',
    text: `
      select balance_cents as "balanceCents", entry_count as "entryCount", last_hash as "lastHash"
        from credit_account
       where tenant_id = $1 and customer_id = $2`,
  },
  /** `$3` now. */
  dueRewards: {
    name: 'reward_due',
    text: `
      select ${REWARD} from reward
       where tenant_id = $1 and customer_id = $2 and status = 'pending' and available_at <= $3::timestamptz
       union all
      select ${REWARD} from reward
       where tenant_id = $1 and customer_id = $2 and status = 'available' and expires_at <= $3::timestamptz`,
  },
  /** `$3` now. */
  dueLots: {
    name: 'credit_lot_due',
    text: `
      select ${LOT} from credit_lot lot
       where tenant_id = $1 and customer_id = $2 and remaining_cents > 0 and expires_at <= $3
       order by expires_at, created_at, id`,
  },
  awaiting: {
    name: 'referral_awaiting_first_invoice',
    text: `
      select referral.id, referral.referrer_customer_id as "referrerCustomerId",
             referral.referee_customer_id as "refereeCustomerId", referral.referral_code as "referralCode",
             referral.terms_version as "termsVersion", referral.status, referral.created_at as "createdAt"
        from referral
        join program_terms terms on terms.tenant_id = referral.tenant_id and terms.version = referral.terms_version
       where referral.tenant_id = $1 and referral.referee_customer_id = $2
         and referral.status = 'pending' and terms.qualify_on = 'first_invoice'
         and not exists (select from review
                          where review.tenant_id = referral.tenant_id and review.referral_id = referral.id
                            and review.status = 'open')`,
  },
  promo: {
    name: 'redemption_unused_promo',
    text: `
      select promo_id as id, promo_discount_type as type, promo_discount_units as units, promo_combinable as combinable
        from enrollment
       where tenant_id = $1 and customer_id = $2 and promo_discount_units > 0 and promo_redemption_id is null`,
  },
  rewards: { name: 'reward_usable', text: `${oldest('available')} union all ${oldest('pending')}` },
  /** `$3` now, `$4` the invoice's amount. */
  lots: {
    name: 'credit_lot_spendable',
    text: `
      select ${LOT}
        from (select lot.*, sum(remaining_cents) over (order by expires_at nulls last, created_at, id)
                            - remaining_cents as before
                from credit_lot lot
               where tenant_id = $1 and customer_id = $2 and remaining_cents > 0
                 and (expires_at is null or expires_at > $3)) lot
       where before < $4
       order by expires_at nulls last, created_at, id`,
  },
  /** `$2` the invoice. */
  existing: {
    name: 'redemption_of_invoice',
    text: `
      select id, customer_id as "customerId", invoice_id as "invoiceId", currency, status,
             subtotal_cents as "subtotalCents", discount_cents as "discountCents", credit_cents as "creditCents",
             reversed_cents as "reversedCents", restored_credit_cents as "restoredCreditCents"
        from redemption where tenant_id = $1 and invoice_id = $2`,
  },
};

export const WRITES = {
  redemption: insert(
    'redemption',
    'tenant_id, id, customer_id, invoice_id, currency, status, subtotal_cents, discount_cents, credit_cents, ' +
      'total_cents, reversed_cents, restored_credit_cents, left_out, alternatives, created_by, created_at',
  ),
  /** Of a discount and of credit. */
  lines: insert(
    'redemption_line',
    'tenant_id, redemption_id, position, source, type, value_units, base_cents, amount_cents, running_total_cents, ' +
      'promo_id, reward_id, lot_id, restored_cents',
    2,
  ),
  reward: {
    name: 'reward_save',
    text: `
      update reward
         set status = $3, applied_at = $4, used_cents = $5, redemption_id = $6, shortfall_cents = $7
       where tenant_id = $1 and id = $2`,
  },
  timeline: insert('referral_timeline', 'tenant_id, referral_id, id, at, event, actor, detail'),
  event: insert('outbox_event', 'tenant_id, id, type, data, created_at'),
  head: {
    name: 'credit_account_save_head',
    text: `
      insert into credit_account (tenant_id, customer_id, balance_cents, entry_count, last_hash)
      values ($1, $2, $3, $4, $5)
      on conflict (tenant_id, customer_id) do update
         set balance_cents = excluded.balance_cents, entry_count = excluded.entry_count, last_hash = excluded.last_hash`,
  },
  lot: {
    name: 'credit_lot_change',
    text: `
      update credit_lot set remaining_cents = remaining_cents + $3 where tenant_id = $1 and id = $2`,
  },
  entry: insert(
    'credit_entry',
    'tenant_id, customer_id, sequence, id, lot_id, kind, amount_cents, lot_remaining_cents, balance_cents, ' +
      'redemption_id, reason, actor, created_at, hash',
  ),
};

/** As text: nobody but the caller reads it. `$2` the currency's smallest unit, `$3` the redemption. */
export const ANSWER = {
  name: 'redemption_by_id',
  text: `
    select json_build_object(
             'id', page.id, 'customer_id', page.customer_id, 'invoice_id', page.invoice_id,
             'currency', page.currency, 'status', page.status, 'subtotal_cents', page.subtotal_cents,
             'lines', coalesce((
               select json_agg(json_build_object(
                        'source', source, 'promo_id', promo_id, 'reward_id', reward_id, 'lot_id', lot_id, 'type', type,
                        'value', trim_scale(value_units * case type when 'discount_percent' then 0.01 else $2::numeric end),
                        'base_cents', base_cents, 'amount_cents', amount_cents,
                        'running_total_cents', running_total_cents, 'restored_cents', restored_cents) order by position)
                 from redemption_line line
                where line.tenant_id = page.tenant_id and line.redemption_id = page.id), '[]'),
             'left_out', page.left_out, 'discount_cents', page.discount_cents, 'credit_cents', page.credit_cents,
             'total_cents', page.total_cents, 'alternatives', page.alternatives,
             'reversed_cents', page.reversed_cents, 'restored_credit_cents', page.restored_credit_cents,
             'reversals', coalesce((
               select json_agg(json_build_object('id', id, 'amount_cents', amount_cents, 'credit_cents', credit_cents,
                                                 'reason', reason, 'actor', actor, 'created_at', ${time('created_at')})
                               order by id)
                 from redemption_reversal reversal
                where reversal.tenant_id = page.tenant_id and reversal.redemption_id = page.id), '[]'),
             'created_at', ${time('page.created_at')})::text as answer
      from redemption page where tenant_id = $1 and id = $3`,
};
