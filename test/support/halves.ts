const ofReferral = (table: string): string =>
  `(select count(*) from ${table} t where t.tenant_id = referral.tenant_id and t.referral_id = referral.id)`;

const hasEvent = (type: string, key: string, id: string): string =>
  `exists (select from outbox_event e
            where e.tenant_id = enrollment.tenant_id and e.type = '${type}' and e.data ->> '${key}' = ${id})`;

/**
 * Everything that an enrollment which was not written as a whole would leave behind: a name, and the rows that would
 * show it. For tenants whose program rewards both sides, and whose other customers have an id that begins with `old_`.
 */
export const HALVES: [name: string, from: string][] = [
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
  ['a referral without both rewards', `referral where ${ofReferral('reward')} <> 2`],
  ['a referral without its two lines of history', `referral where ${ofReferral('referral_timeline')} <> 2`],
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
    'an event of an enrollment that was not',
    `outbox_event where type = 'customer.enrolled' and not exists (select from enrollment e
        where e.tenant_id = outbox_event.tenant_id and e.id = outbox_event.data ->> 'enrollment_id')`,
  ],
  [
    'a promo that counts otherwise than it was used',
    `promo where redemption_count <> (select count(*) from enrollment e
        where e.tenant_id = promo.tenant_id and e.promo_id = promo.id)`,
  ],
];
