import { Injectable } from '@nestjs/common';
import { major, utc } from '../../core/database/statement.js';
import type { Transaction } from '../../core/database/transaction.js';
import type {
  CustomerExportAnswer,
  ExportedTimelineLine,
  ReferralAsReferee,
  ReferralAsReferrer,
} from './privacy.dto.js';

/** In every list, `$1` is the tenant, `$2` the customer, and `$3` the currency's smallest unit. */
const OF_CUSTOMER = `tenant_id = $1 and customer_id = $2`;

const list = (item: string, from: string, order = 'created_at, id'): string =>
  `coalesce((select json_agg(${item} order by ${order}) from ${from}), '[]')`;

const CUSTOMER = `
  json_build_object('id', id, 'name', name, 'email', email, 'canonical_email', canonical_email, 'phone', phone,
                    'status', status, 'created_at', ${utc('created_at')}, 'erased_at', ${utc('erased_at')})`;

const REFERRAL_CODE = `
  (select json_build_object('code', code, 'created_at', ${utc('created_at')}) from referral_code where ${OF_CUSTOMER})`;

const ENROLLMENT = `
  (select json_build_object('id', id, 'referral_status', referral_status, 'referral_reason', referral_reason,
                            'referral_id', referral_id, 'promo_status', promo_status, 'promo_reason', promo_reason,
                            'promo_id', promo_id, 'promo_redemption_id', promo_redemption_id,
                            'address_fingerprint', address_fingerprint, 'created_at', ${utc('created_at')})
     from enrollment where ${OF_CUSTOMER})`;

/**
 * The timeline without the lines about the other side's reward. The referrer does not get the id of the invoice that made
 * the referral qualify, because it is the referee's. Of the lines without a role, only those of the qualification and the
 * refund name an invoice.
 */
const timelineOf = (other: string): string =>
  list(
    `json_build_object('at', ${utc('at')}, 'event', event,
                       'data', case when data ? 'role' or '${other}' = 'referrer' then data else data - 'invoice_id' end)`,
    `referral_timeline
      where tenant_id = $1 and referral_id = referral.id and data ->> 'role' is distinct from '${other}'`,
    'id',
  );

/** Contains the other side's full name, which `ExportService` shortens. */
const referralsAs = (role: string, other: string): string =>
  list(
    `json_build_object('id', referral.id, 'referral_code', referral_code, 'status', referral.status,
                       '${other}_name', somebody.name, 'created_at', ${utc('referral.created_at')},
                       'timeline', ${timelineOf(other)})`,
    `referral
       join customer somebody on somebody.tenant_id = referral.tenant_id and somebody.id = referral.${other}_customer_id
      where referral.tenant_id = $1 and referral.${role}_customer_id = $2`,
    'referral.created_at, referral.id',
  );

const REWARDS = list(
  `json_build_object('id', id, 'referral_id', referral_id, 'role', role, 'type', type,
                     'value', ${major('type', 'value_units', '$3')}, 'status', status,
                     'available_at', ${utc('available_at')}, 'applied_at', ${utc('applied_at')},
                     'expires_at', ${utc('expires_at')}, 'redemption_id', redemption_id, 'used_cents', used_cents,
                     'shortfall_cents', shortfall_cents, 'refunded_as', refunded_as, 'created_at', ${utc('created_at')})`,
  `reward where ${OF_CUSTOMER}`,
);

const LOTS = list(
  `json_build_object('id', id, 'reward_id', reward_id, 'granted_cents', granted_cents,
                     'remaining_cents', remaining_cents, 'expires_at', ${utc('expires_at')},
                     'reversed_at', ${utc('reversed_at')}, 'reinstated_at', ${utc('reinstated_at')},
                     'created_at', ${utc('created_at')})`,
  `credit_lot where ${OF_CUSTOMER}`,
);

const ENTRIES = list(
  `json_build_object('id', id, 'sequence', sequence, 'lot_id', lot_id, 'kind', kind, 'amount_cents', amount_cents,
                     'balance_cents', balance_cents, 'redemption_id', redemption_id, 'reason', reason,
                     'created_at', ${utc('created_at')}, 'hash', hash)`,
  `credit_entry where ${OF_CUSTOMER}`,
  'sequence',
);

const LINES = list(
  `json_build_object('source', source, 'type', type, 'value', ${major('type', 'value_units', '$3')},
                     'base_cents', base_cents, 'amount_cents', amount_cents,
                     'running_total_cents', running_total_cents, 'promo_id', promo_id, 'reward_id', reward_id,
                     'lot_id', lot_id, 'restored_cents', restored_cents)`,
  'redemption_line where tenant_id = $1 and redemption_id = redemption.id',
  'position',
);

const REVERSALS = list(
  `json_build_object('id', id, 'amount_cents', amount_cents, 'credit_cents', credit_cents,
                     'refunded_cents', refunded_cents, 'spendable_cents', spendable_cents, 'reason', reason,
                     'created_at', ${utc('created_at')})`,
  'redemption_reversal where tenant_id = $1 and redemption_id = redemption.id',
);

const REDEMPTIONS = list(
  `json_build_object('id', id, 'invoice_id', invoice_id, 'currency', currency, 'status', status,
                     'subtotal_cents', subtotal_cents, 'discount_cents', discount_cents, 'credit_cents', credit_cents,
                     'total_cents', total_cents, 'left_out', left_out, 'alternatives', alternatives,
                     'reversed_cents', reversed_cents, 'restored_credit_cents', restored_credit_cents,
                     'refunded_cents', refunded_cents,
                     'lines', ${LINES}, 'reversals', ${REVERSALS}, 'created_at', ${utc('created_at')})`,
  `redemption where ${OF_CUSTOMER}`,
);

const REVIEWS = list(
  `json_build_object('id', id, 'referral_id', referral_id, 'status', status, 'reasons', reasons, 'held_by', held_by,
                     'created_at', ${utc('created_at')}, 'decided_at', ${utc('decided_at')}, 'reason', reason)`,
  'review where tenant_id = $1 and referral_id in (select id from their_referral)',
);

/** The used part of the limits on a referrer, and the times of recent enrollments with their code. */
const LIMITS = list(
  `json_build_object('limit', kind, 'period', period, 'used', used)`,
  `(select kind, period, to_json(used) as used from reward_allowance
     where tenant_id = $1 and kind = 'referrer_rewards' and subject = $2 and used is not null
    union all
    select rule, null, to_json(recent) from abuse_velocity
     where tenant_id = $1 and rule = 'velocity_referrer' and subject = $2) limits`,
  'kind, period',
);

/** Keyed fingerprints of the mailboxes and numbers that the customer had before. */
const FORMER_TRAITS = list(
  `json_build_object('fingerprint', fingerprint, 'changed_at', ${utc('changed_at')})`,
  `former_trait where ${OF_CUSTOMER}`,
  'changed_at, fingerprint',
);

/** The entry of a qualification by the referee's invoice, which the referrer does not see. */
const BY_REFEREES_INVOICE =
  "action = 'referral.qualified' and target_id in (select id from by_referees_invoice)";

/** Hides the referee's invoice: older entries name it in `reason`. */
const AUDIT = list(
  `json_build_object('id', id, 'action', action, 'target_id', target_id, 'before', before,
                     'after', case when ${BY_REFEREES_INVOICE} then after - 'invoice_id' else after end,
                     'reason', case when ${BY_REFEREES_INVOICE} then null else reason end,
                     'created_at', ${utc('created_at')})`,
  `audit_entry
    where tenant_id = $1
      and (target_id = $2
           or target_id in (select id from their_referral)
           or target_id in (select id from review
                             where tenant_id = $1 and referral_id in (select id from their_referral))
           or target_id in (select id from reward where ${OF_CUSTOMER})
           or target_id in (select id from redemption where ${OF_CUSTOMER}))`,
);

/** Events that name the customer, and events without a customer about their referrals and redemptions. */
const EVENTS = list(
  `json_build_object('id', id, 'type', type, 'created_at', ${utc('created_at')})`,
  `outbox_event
    where tenant_id = $1
      and case when data ? 'customer_id' then data ->> 'customer_id' = $2
               else data ->> 'referral_id' in (select id from their_referral)
                 or data ->> 'redemption_id' in (select id from redemption where ${OF_CUSTOMER}) end`,
);

const EXPORT = {
  name: 'privacy_export',
  text: `
    with their_referral as (
      select id from referral where tenant_id = $1 and (referrer_customer_id = $2 or referee_customer_id = $2)),
    by_referees_invoice as (
      select id from referral
       where tenant_id = $1 and referrer_customer_id = $2
         and exists (select from referral_timeline line
                      where line.tenant_id = $1 and line.referral_id = referral.id and line.data ->> 'qualified_by' = 'invoice'))
    select json_build_object(
             'customer', ${CUSTOMER}, 'referral_code', ${REFERRAL_CODE}, 'enrollment', ${ENROLLMENT},
             'referrals_as_referrer', ${referralsAs('referrer', 'referee')},
             'referrals_as_referee', ${referralsAs('referee', 'referrer')},
             'rewards', ${REWARDS}, 'credit_lots', ${LOTS}, 'credit_entries', ${ENTRIES},
             'redemptions', ${REDEMPTIONS}, 'reviews', ${REVIEWS}, 'limits', ${LIMITS},
             'former_traits', ${FORMER_TRAITS},
             'audit_entries', ${AUDIT}, 'events', ${EVENTS}) as export
      from customer
     where tenant_id = $1 and id = $2`,
};

/** A referral as it is stored: with the other side's full name, and a timeline without sentences. */
type RawReferral<Referral extends ReferralAsReferrer | ReferralAsReferee> = Omit<Referral, 'timeline'> & {
  readonly timeline: readonly Omit<ExportedTimelineLine, 'detail'>[];
};

/** An export as it is stored. */
export interface RawExport extends Omit<
  CustomerExportAnswer,
  'exported_at' | 'referrals_as_referrer' | 'referrals_as_referee'
> {
  readonly referrals_as_referrer: readonly RawReferral<ReferralAsReferrer>[];
  readonly referrals_as_referee: readonly RawReferral<ReferralAsReferee>[];
}

@Injectable()
export class ExportQuery {
  /**
   * Reads everything in one statement, so that all parts are from the same moment.
   * @param unit the currency's smallest unit
   */
  async read(tx: Transaction, id: string, unit: string): Promise<RawExport | undefined> {
    return (await tx.query<{ export: RawExport }>(EXPORT, [tx.tenantId, id, unit]))[0]?.export;
  }
}
