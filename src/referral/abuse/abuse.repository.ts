import { Injectable } from '@nestjs/common';
import { PHONE_DIGITS } from '../../customer/phone-digits.js';
import type { Transaction } from '../../core/database/transaction.js';
import type { RuleMatches, RuleModes } from './abuse-rules.js';
import { CURRENT_RULES } from './abuse-rules.query.js';

/** The traits of a newcomer to search the tables for. The newcomer's row has been inserted. */
export interface Traits {
  readonly customerId: string;
  readonly canonicalEmail: string;
  readonly phoneDigits: string | null;
  /** Keyed fingerprints of the mailbox and of the number, if there is one. */
  readonly fingerprints: { readonly email: string; readonly phone: string | null };
  /** Normalized; empty for text that cannot be a code. */
  readonly code: string;
  readonly addressFingerprint: string | null;
}

export interface AbuseLookup {
  readonly modes: RuleModes;
  /** Without `disposable_domain`, which needs no table. */
  readonly matches: Omit<RuleMatches, 'disposable_domain'>;
}

/**
 * Locks the newcomer's mailbox and phone number. Of two concurrent newcomers who share one, the second waits until the
 * first has committed. `LOOK_UP` runs after this statement, so it sees the row of the first. The mailbox is always locked
 * before the number, so that two transactions cannot deadlock.
 */
const LOCK_TRAITS = {
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

/** Chooses the expression for `velocity_referrer` or `velocity_address`. */
const ofRule = (referrer: string, address: string): string =>
  `case known.rule when 'velocity_referrer' then ${referrer} else ${address} end`;

/**
 * Counts the newcomer for the referrer and for the address. The row lock serializes concurrent newcomers, and each sees the
 * count of the one before, so the limit is exact. The window slides, because the times themselves are stored: at most one
 * more than the limit. The address is always counted before the referrer, so that two transactions cannot deadlock.
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

/** Another customer used to have this trait. */
const anotherHad = (fingerprint: string): string =>
  `exists (select from former_trait where tenant_id = $1 and fingerprint = ${fingerprint} and customer_id <> $2)`;

const LOOK_UP = {
  name: 'abuse_look',
  text: `
    with rules as (${CURRENT_RULES}), referrer as (${REFERRER}), counted as (${COUNT})
    select row_to_json(rules) as modes,
           json_build_object(
             'same_email', rules.same_email <> 'off'
                           and (${another('canonical_email = $3')} or ${anotherHad('$8')}),
             'same_phone', rules.same_phone <> 'off' and $4::text is not null
                           and (${another(`phone is not null and ${PHONE_DIGITS} = $4`)} or ${anotherHad('$9')}),
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
  /** Counts a newcomer, and looks for customers with the same traits. Sends both statements in one round trip. */
  async lookUp(tx: Transaction, traits: Traits, at: Date): Promise<AbuseLookup | undefined> {
    const { customerId, canonicalEmail, phoneDigits, code, addressFingerprint, fingerprints } = traits;
    tx.queue(LOCK_TRAITS, [tx.tenantId, canonicalEmail, phoneDigits]);
    const found = [tx.tenantId, customerId, canonicalEmail, phoneDigits, code, addressFingerprint, at];
    const values = [...found, fingerprints.email, fingerprints.phone];
    return (await tx.query<AbuseLookup>(LOOK_UP, values))[0];
  }
}
