/**
 * An enrollment with a valid referral code as one statement: the customer, and what comes of the code, all of it or
 * nothing. Foreign keys are checked when the statement ends, so its parts may be written in any order. The product
 * itself does not do it so, for such a statement can't be spread over machines; as a floor it is the least there is.
 *
 * `$1` tenant, `$2` customer, `$3` name, `$4` e-mail, `$5` now, `$6` code, `$7` referral, `$8` enrollment, `$9` ids of
 * the two rewards, `$10` of the two lines of the timeline, `$11` of the three events.
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
                          applied_at, expires_at, created_at)
      select $1, side.id, $7, side.customer, side.role, side.type, side.units, 'available', $5::timestamptz,
             null, null, $5
        from offer, lateral (values
          (($9::text[])[1], referrer_id, 'referrer', referrer_type, referrer_units),
          (($9::text[])[2], $2,          'referee',  referee_type,  referee_units)
        ) side (id, customer, role, type, units)
    ), new_timeline as (
      insert into referral_timeline (tenant_id, referral_id, id, at, event, actor, detail)
      select $1, $7, line.id, $5, line.event, 'public', line.detail
        from offer, lateral (values
          (($10::text[])[1], 'referral.created', 'enrolled with code ' || code),
          (($10::text[])[2], 'referral.qualified', 'qualified by enrollment')
        ) line (id, event, detail)
    ), new_enrollment as (
      insert into enrollment (tenant_id, id, customer_id, referral_status, referral_reason, referral_id,
                              promo_status, promo_reason, promo_id, promo_discount_type, promo_discount_units,
                              created_at)
      values ($1, $8, $2, 'applied', null, $7, 'none', null, null, null, null, $5)
    ), new_events as (
      insert into outbox_event (tenant_id, id, type, data, created_at)
      select $1, event.id, event.type, event.data, $5
        from offer, lateral (values
          (($11::text[])[1], 'customer.enrolled', jsonb_build_object('enrollment_id', $8, 'customer_id', $2)),
          (($11::text[])[2], 'referral.created', jsonb_build_object('referral_id', $7,
             'referrer_customer_id', referrer_id, 'referee_customer_id', $2)),
          (($11::text[])[3], 'referral.qualified', jsonb_build_object('referral_id', $7,
             'referrer_customer_id', referrer_id, 'referee_customer_id', $2))
        ) event (id, type, data)
    )
    select referee_type as type, referee_units::float8 / 100 as value from offer`,
};
