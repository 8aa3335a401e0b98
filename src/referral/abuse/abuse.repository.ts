import { Injectable } from '@nestjs/common';
import { PHONE_DIGITS } from '../../customer/phone-digits.js';
import type { Transaction } from '../../core/database/transaction.js';
import type { RuleModes } from './abuse-rules.js';
import { CURRENT_RULES } from './abuse-rules.query.js';
import type { Matches } from './suspicion.js';

/** What the tables are asked about a newcomer whose row is written already. */
export interface Traits {
  readonly customerId: string;
  readonly canonicalEmail: string;
  readonly phoneDigits: string | null;
  /** As it is stored; what can't be a code is ''. */
  readonly code: string;
  readonly addressFingerprint: string | null;
}

export interface Findings {
  readonly modes: RuleModes;
  /** What only the tables know. */
  readonly matches: Omit<Matches, 'disposable_domain'>;
}

/**
 * Of two newcomers with one mailbox or one number at the same moment, the second waits here until the first is through,
 * and then sees them: the statement that looks comes after this one. Mailboxes before numbers, for everybody.
 */
const MEET = {
  name: 'abuse_meet',
  text: `
    select pg_advisory_xact_lock(hashtextextended($1::text || ' ' || person.rule || ' ' || person.trait, 0))
      from (${CURRENT_RULES}) rules,
           lateral (values ('same_email', $2::text, rules.same_email),
                           ('same_phone', $3::text, rules.same_phone)) person (rule, trait, mode)
     where person.trait is not null and person.mode <> 'off'`,
};

const REFERRER = `
  select code.customer_id as id
    from referral_program program
    join program_terms terms on terms.tenant_id = program.tenant_id and terms.version = program.terms_version
    join referral_code code on code.tenant_id = program.tenant_id and code.code = $5
   where program.tenant_id = $1 and terms.enabled`;

/** Of a velocity rule, what belongs to referrers, and what to addresses. */
const ofRule = (referrer: string, address: string): string =>
  `case known.rule when 'velocity_referrer' then ${referrer} else ${address} end`;

/**
 * Counts the newcomer with the referrer and with the address. The row lock puts those who meet in a row, and each sees
 * what the last one left, so that the limit is exact; the window slides, because the moments themselves are kept, one
 * more than the limit. Addresses before referrers, for everybody.
 */
const COUNT = `
  insert into abuse_velocity as known (tenant_id, rule, subject, recent)
  select $1, counter.rule, counter.subject, array[$7::timestamptz]
    from rules, referrer,
         lateral (values ('velocity_address', $6::text, rules.velocity_address),
                         ('velocity_referrer', referrer.id, rules.velocity_referrer)) counter (rule, subject, mode)
   where counter.subject is not null and counter.mode <> 'off'
  on conflict (tenant_id, rule, subject) do update
     set recent = array(
           select at from unnest(known.recent || excluded.recent) at
            where at > $7::timestamptz - ${ofRule(`interval '24 hours'`, `interval '1 hour'`)}
            order by at desc
            limit (select 1 + ${ofRule('rules.velocity_referrer_limit', 'rules.velocity_address_limit')} from rules))
  returning rule, cardinality(recent) as newcomers`;

const exceeds = (rule: string): string =>
  `coalesce((select newcomers > rules.${rule}_limit from counted where rule = '${rule}'), false)`;

const another = (condition: string): string =>
  `exists (select from customer where tenant_id = $1 and id <> $2 and ${condition})`;

const LOOK = {
  name: 'abuse_look',
  text: `
    with rules as (${CURRENT_RULES}), referrer as (${REFERRER}), counted as (${COUNT})
    select row_to_json(rules) as modes,
           json_build_object(
             'same_email', rules.same_email <> 'off' and ${another('canonical_email = $3')},
             'same_phone', rules.same_phone <> 'off' and $4::text is not null
                           and ${another(`phone is not null and ${PHONE_DIGITS} = $4`)},
             'velocity_referrer', ${exceeds('velocity_referrer')},
             'velocity_address', ${exceeds('velocity_address')},
             'same_address', rules.same_address <> 'off'
                             and exists (select from enrollment
                                          where tenant_id = $1 and customer_id = (select id from referrer)
                                            and address_fingerprint = $6)) as matches
      from rules`,
};

@Injectable()
export class AbuseRepository {
  /** Counts a newcomer, and looks for others like them. Leaves at once, in two statements and no round trip of its own. */
  async look(tx: Transaction, traits: Traits, at: Date): Promise<Findings | undefined> {
    const { customerId, canonicalEmail, phoneDigits, code, addressFingerprint } = traits;
    tx.queue(MEET, [tx.tenantId, canonicalEmail, phoneDigits]);
    const values = [tx.tenantId, customerId, canonicalEmail, phoneDigits, code, addressFingerprint, at];
    return (await tx.query<Findings>(LOOK, values))[0];
  }
}
