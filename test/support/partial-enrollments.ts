const countOfReferral = (table: string, which = ''): string =>
  `(select count(*) from ${table} t where t.tenant_id = referral.tenant_id and t.referral_id = referral.id ${which})`;

const hasEvent = (type: string, key: string, id: string): string =>
  `exists (select from outbox_event e
            where e.tenant_id = enrollment.tenant_id and e.type = '${type}' and e.data ->> '${key}' = ${id})`;

/**
 * The traces that an incompletely written enrollment would leave: a description, and the rows that would show it. For
 * tenants whose program rewards both sides, and whose other customers have an id that begins with `old_`.
 */
export const PARTIAL_ENROLLMENTS: [name: string, from: string][] = [
  [
    'a new customer without an enrollment',
    `customer where id not like 'old\\_%' and not exists (select from enrollment e
        where e.tenant_id = customer.tenant_id and e.customer_id = customer.id)`,
  ],
  [
    'a referral without its enrollment',
    `referral where not exists (select from enrollment e
        where e.tenant_id = referral.tenant_id and e.referral_id = referral.id
          and e.customer_id = referral.referee_customer_id)`,
  ],
  ['a referral without both rewards', `referral where ${countOfReferral('reward')} <> 2`],
  [
    'a referral without its timeline: two lines, and one for each credit',
    `referral where ${countOfReferral('referral_timeline')} <> 2 + ${countOfReferral('reward', `and t.type = 'credit'`)}`,
  ],
  [
    'a credit that is not on the account',
    `reward where type = 'credit' and (status <> 'applied' or not exists (select from credit_lot lot
        where lot.tenant_id = reward.tenant_id and lot.reward_id = reward.id))`,
  ],
  [
    'a lot with another remainder than the sum of its entries',
    `credit_lot lot where remaining_cents <> (select coalesce(sum(amount_cents), 0) from credit_entry e
        where e.tenant_id = lot.tenant_id and e.lot_id = lot.id)`,
  ],
  [
    'a balance other than the sum of its lots',
    `credit_account account where balance_cents <> (select coalesce(sum(remaining_cents), 0) from credit_lot lot
        where lot.tenant_id = account.tenant_id and lot.customer_id = account.customer_id)`,
  ],
  [
    'a ledger whose head is not its last entry',
    `credit_account account where not exists (select from
       (select count(*) as entries, max(sequence) as last, (array_agg(hash order by sequence desc))[1] as hash
          from credit_entry e where e.tenant_id = account.tenant_id and e.customer_id = account.customer_id) e
        where e.entries = entry_count and e.last = entry_count and e.hash = last_hash)`,
  ],
  [
    'an enrollment without its event',
    `enrollment where not ${hasEvent('customer.enrolled', 'enrollment_id', 'enrollment.id')}`,
  ],
  [
    'a use of a promo without its event',
    `enrollment where promo_id is not null
        and not ${hasEvent('promo.redeemed', 'enrollment_id', 'enrollment.id')}`,
  ],
  ...['referral.created', 'referral.qualified'].map((type): [string, string] => [
    `a referral without ${type}`,
    `enrollment where referral_id is not null and not ${hasEvent(type, 'referral_id', 'enrollment.referral_id')}`,
  ]),
  [
    'an event without its enrollment',
    `outbox_event where type = 'customer.enrolled' and not exists (select from enrollment e
        where e.tenant_id = outbox_event.tenant_id and e.id = outbox_event.data ->> 'enrollment_id')`,
  ],
  [
    'a promo with another count than its uses',
    `promo where redemption_count <> (select count(*) from enrollment e
        where e.tenant_id = promo.tenant_id and e.promo_id = promo.id)`,
  ],
];
