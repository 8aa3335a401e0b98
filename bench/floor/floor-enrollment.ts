import { FIRST_HASH, grantHash } from './floor-hash.js';

/** The hash of the entry that puts the referrer's credit on the account. */
const creditHash = (
  previous: string,
  entry: { customerId: string; sequence: string; amountCents: string; balanceCents: string },
): string =>
  grantHash(previous, {
    ...entry,
    tenantId: '$1',
    id: '($9::text[])[4]',
    lotId: '($9::text[])[3]',
    reason: 'null',
    actor: `'public'`,
    createdAt: '$12::text',
    rewardId: '($9::text[])[2]',
  });

/**
 * An enrollment with a valid referral code as one statement: the customer, and what comes of the code, all of it or
 * nothing. Foreign keys are checked when the statement ends, so its parts may be written in any order; the referrer's
 * credit is chained to whatever entry is the last one when the account's row is locked. The product itself does not do
 * it so, for such a statement can't be spread over machines; as a floor it is the least there is.
 *
 * `$1` tenant, `$2` customer, `$3` name, `$4` e-mail, `$5` now, `$6` code, `$7` referral, `$8` enrollment, `$9` ids of
 * the rewards (referee's, referrer's), of the lot and of its entry, `$10` of the three lines of the timeline, `$11` of the four events,
 * `$12` now as text.
 */
export const ENROLL = {
  name: 'enroll',
  text: `
    with offer as (
      select referrer.id as referrer_id, code.code, terms.version,
             terms.referrer_type, terms.referrer_units, terms.referee_type, terms.referee_units
        from referral_program program
        join program_terms terms on terms.tenant_id = program.tenant_id and terms.version = program.terms_version
        join referral_code code on code.tenant_id = program.tenant_id and code.code = $6
        join customer referrer on referrer.tenant_id = code.tenant_id and referrer.id = code.customer_id
       where program.tenant_id = $1 and terms.enabled and referrer.status = 'active'
    ), new_customer as (
      insert into customer (tenant_id, id, name, email, canonical_email, phone, status, created_at)
      values ($1, $2, $3, $4, $4, null, 'active', $5)
    ), new_referral as (
      insert into referral (tenant_id, id, referrer_customer_id, referee_customer_id, referral_code, terms_version,
                            status, created_at)
      select $1, $7, referrer_id, $2, code, version, 'qualified', $5 from offer
    ), new_rewards as (
      insert into reward (tenant_id, id, referral_id, customer_id, role, type, value_units, status, available_at,
                          applied_at, expires_at, used_cents, redemption_id, shortfall_cents, created_at)
      select $1, side.id, $7, side.customer, side.role, side.type, side.units, side.status, $5::timestamptz,
             side.applied_at, null, 0, null, 0, $5
        from offer, lateral (values
          (($9::text[])[2], referrer_id, 'referrer', referrer_type, referrer_units, 'applied', $5::timestamptz),
          (($9::text[])[1], $2,          'referee',  referee_type,  referee_units, 'available', null)
        ) side (id, customer, role, type, units, status, applied_at)
    ), new_head as (
      insert into credit_account as account (tenant_id, customer_id, balance_cents, entry_count, last_hash)
      select $1, referrer_id, referrer_units, 1, ${creditHash(FIRST_HASH, {
        customerId: 'referrer_id',
        sequence: `'1'`,
        amountCents: 'referrer_units',
        balanceCents: 'referrer_units',
      })}
        from offer
      on conflict (tenant_id, customer_id) do update
         set balance_cents = account.balance_cents + excluded.balance_cents,
             entry_count = account.entry_count + 1,
             last_hash = ${creditHash('account.last_hash', {
               customerId: 'account.customer_id',
               sequence: '(account.entry_count + 1)',
               amountCents: 'excluded.balance_cents',
               balanceCents: '(account.balance_cents + excluded.balance_cents)',
             })}
      returning customer_id, balance_cents, entry_count, last_hash
    ), new_lot as (
      insert into credit_lot (tenant_id, id, customer_id, reward_id, granted_cents, remaining_cents, expires_at,
                              reversed_at, created_at)
      select $1, ($9::text[])[3], referrer_id, ($9::text[])[2], referrer_units, referrer_units, null, null, $5
        from offer
    ), new_entry as (
      insert into credit_entry (tenant_id, customer_id, sequence, id, lot_id, kind, amount_cents, lot_remaining_cents,
                                balance_cents, redemption_id, reason, actor, created_at, hash)
      select $1, customer_id, entry_count, ($9::text[])[4], ($9::text[])[3], 'grant', referrer_units, referrer_units,
             balance_cents, null, null, 'public', $5, last_hash
        from offer, new_head
    ), new_timeline as (
      insert into referral_timeline (tenant_id, referral_id, id, at, event, actor, detail)
      select $1, $7, line.id, $5, line.event, 'public', line.detail
        from offer, lateral (values
          (($10::text[])[1], 'referral.created', 'enrolled with code ' || code),
          (($10::text[])[2], 'referral.qualified', 'qualified by enrollment'),
          (($10::text[])[3], 'reward.applied', 'referrer''s ' || to_char(referrer_units / 100.0, 'FM9999999990.00') ||
                                               ' USD credit put on the account')
        ) line (id, event, detail)
    ), new_enrollment as (
      insert into enrollment (tenant_id, id, customer_id, referral_status, referral_reason, referral_id,
                              promo_status, promo_reason, promo_id, promo_discount_type, promo_discount_units,
                              promo_combinable, promo_redemption_id, created_at)
      values ($1, $8, $2, 'applied', null, $7, 'none', null, null, null, null, null, null, $5)
    ), new_events as (
      insert into outbox_event (tenant_id, id, type, data, created_at)
      select $1, event.id, event.type, event.data, $5
        from offer, lateral (values
          (($11::text[])[1], 'customer.enrolled', jsonb_build_object('enrollment_id', $8, 'customer_id', $2)),
          (($11::text[])[2], 'referral.created', jsonb_build_object('referral_id', $7,
             'referrer_customer_id', referrer_id, 'referee_customer_id', $2)),
          (($11::text[])[3], 'referral.qualified', jsonb_build_object('referral_id', $7,
             'referrer_customer_id', referrer_id, 'referee_customer_id', $2)),
          (($11::text[])[4], 'reward.applied', jsonb_build_object('reward_id', ($9::text[])[2], 'referral_id', $7,
             'customer_id', referrer_id, 'role', 'referrer', 'lot_id', ($9::text[])[3]))
        ) event (id, type, data)
    )
    select referee_type as type, referee_units::float8 / 100 as value from offer`,
};
