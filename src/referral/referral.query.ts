import { Injectable } from '@nestjs/common';
import type { Language } from '../common/language.js';
import { Clock } from '../core/clock.js';
import type { JsonText } from '../core/http/json-text.js';
import type { Page, PageRequest } from '../core/http/page.js';
import type { ListStatement } from '../core/database/list-statement.js';
import { major, utc } from '../core/database/statement.js';
import { TenantLists } from '../core/database/tenant-lists.js';
import { TenantReader } from '../core/database/tenant-reader.js';
import type { TimelineLine } from '../customer/timeline.dto.js';
import { withSentence } from '../customer/timeline-sentence.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { smallestUnit } from '../tenant/value.js';
import type {
  ExportReferralsRequest,
  ListReferralsRequest,
  MyReferralAnswer,
  ReferralAnswer,
  ReferralDetailAnswer,
} from './referral.dto.js';
import {
  standaloneReferralStatusAt,
  referralStatusAt,
  rewardAppliedAt,
  rewardStatusAt,
} from './standing/status-at.js';

/**
 * SQL for the JSON of one side's reward, or null if the terms give that side nothing. `$2` is the currency's smallest unit,
 * `$3` the current time.
 * @param more keys in addition to the four of every list
 */
const reward = (side: string, ...more: string[]): string => `
  case when ${side}.id is not null then
    json_build_object(${[
      `'type', ${side}.type, 'value', ${major(`${side}.type`, `${side}.value_units`, '$2')}`,
      `'status', ${rewardStatusAt(side, '$3')}, 'applied_at', ${utc(rewardAppliedAt(side, '$3'))}`,
      ...more,
    ].join(', ')}) end`;

const rewardDetail = (side: string): string =>
  reward(
    side,
    `'id', ${side}.id, 'available_at', ${utc(`${side}.available_at`)}, 'expires_at', ${utc(`${side}.expires_at`)}`,
    `'redemption_id', ${side}.redemption_id, 'shortfall_cents', ${side}.shortfall_cents`,
  );

/**
 * SQL for the JSON of the referrer's own reward. While credit that a refund took back waits to be granted again, the value
 * is the part that will be granted.
 */
const OWN_REWARD = `
  case when own.id is not null then
    (${reward('own', `'available_at', ${utc('own.available_at')}`)})::jsonb
    || case when own.shortfall_cents > 0 and ${rewardStatusAt('own', '$3')} = 'pending'
            then jsonb_build_object('value', ${major('own.type', '(own.value_units - own.shortfall_cents)', '$2')})
            else '{}' end end`;

/** Joins by referral, which has two rewards at most. A join by recipient would read all rewards of a popular referrer. */
const rewardJoin = (alias: string, role: 'referrer' | 'referee'): string => `
  left join reward ${alias} on ${alias}.tenant_id = page.tenant_id and ${alias}.referral_id = page.id
                           and ${alias}.role = '${role}'`;

const BOTH_SIDES = `
  join customer referrer on referrer.tenant_id = page.tenant_id and referrer.id = page.referrer_customer_id
  join customer referee  on referee.tenant_id  = page.tenant_id and referee.id  = page.referee_customer_id
  ${rewardJoin('referrer_reward', 'referrer')}
  ${rewardJoin('referee_reward', 'referee')}`;

const STATUS = referralStatusAt('page', ['referrer_reward', 'referee_reward'], '$3');

const FIELDS = `
  'id', page.id,
  'referrer_customer_id', page.referrer_customer_id, 'referee_customer_id', page.referee_customer_id,
  'referrer_name', referrer.name, 'referrer_email', referrer.email,
  'referee_name', referee.name, 'referee_email', referee.email,
  'created_at', ${utc('page.created_at')},
  'status', ${STATUS}, 'rewards_applied', ${STATUS} = 'applied',
  'referral_code', page.referral_code`;

const WITHHELD = `
  'referrer_reward_withheld', page.referrer_reward_withheld, 'referee_reward_withheld', page.referee_reward_withheld`;

/** SQL for the keys with the rewards of both sides. @param json builds the JSON of one side */
const rewards = (json: (side: string) => string): string =>
  `'referrer_reward', ${json('referrer_reward')}, 'referee_reward', ${json('referee_reward')}`;

/**
 * Selects the ledger entries of the referral's credit as timeline lines, without its grant and its reversal, which are
 * stored as lines. Credit that an invoice returns after the reversal is reversed at once; that entry has a redemption,
 * and is selected.
 */
const CREDIT_LINES = `
  select entry.created_at as at, 'credit.' || case entry.kind when 'capture' then 'used' when 'restore' then 'returned'
                                                              when 'expire' then 'expired' when 'reverse' then 'reversed'
                                                              else 'adjusted' end as event,
         entry.actor,
         jsonb_strip_nulls(jsonb_build_object('role', reward.role, 'reward_id', reward.id,
                                              'amount_cents', abs(entry.amount_cents),
                                              'invoice_id', redemption.invoice_id, 'reason', entry.reason)) as data,
         null as id, entry.sequence
    from reward
    join credit_lot lot on lot.tenant_id = reward.tenant_id and lot.reward_id = reward.id
    join credit_entry entry on entry.tenant_id = lot.tenant_id and entry.customer_id = lot.customer_id
                           and entry.lot_id = lot.id
                           and (entry.kind in ('capture', 'restore', 'expire', 'adjust')
                                or entry.kind = 'reverse' and entry.redemption_id is not null)
    left join redemption on redemption.tenant_id = entry.tenant_id and redemption.id = entry.redemption_id
   where reward.tenant_id = page.tenant_id and reward.referral_id = page.id and reward.type = 'credit'`;

/** Oldest first. Stored lines come before ledger entries of the same time. */
const TIMELINE = `
  (select json_agg(json_build_object('at', ${utc('at')}, 'event', event, 'actor', actor, 'data', data)
                   order by at, id nulls last, sequence)
     from (select at, event, actor, data, id, null::bigint as sequence
             from referral_timeline
            where tenant_id = page.tenant_id and referral_id = page.id
           union all ${CREDIT_LINES}) line)`;

const LIST: ListStatement = {
  name: 'referral_page',
  table: 'referral',
  item: `json_build_object(${FIELDS}, ${rewards(reward)}, ${WITHHELD})`,
  joins: BOTH_SIDES,
  filters: {
    status: `${standaloneReferralStatusAt('referral', '$3')} = ?`,
    referrer_customer_id: 'referrer_customer_id = ?',
    created_after: 'created_at >= ?::timestamptz',
    created_before: 'created_at < ?::timestamptz',
    q: `(exists (select from customer side
                 where side.tenant_id = referral.tenant_id
                   and side.id in (referral.referrer_customer_id, referral.referee_customer_id)
                   and (position(lower(?) in lower(side.name)) > 0 or position(lower(?) in side.email) > 0))
         or referral_code = upper(translate(?, ' -', '')) or id = ?)`,
  },
};

/** The list in larger pages, which need fewer round trips and still little memory. */
const EXPORT: ListStatement = { ...LIST, name: 'referral_export', longest: 500 };

const BY_ID = {
  name: 'referral_by_id',
  text: `
    select json_build_object(${FIELDS}, ${rewards(rewardDetail)}, ${WITHHELD}, 'timeline', coalesce(${TIMELINE}, '[]')) as referral
      from referral as page ${BOTH_SIDES}
     where page.tenant_id = $1 and page.id = $4`,
};

/** The list of one referrer. */
const MINE: ListStatement = {
  name: 'my_referral_page',
  table: 'referral',
  item: `json_build_object('id', page.id, 'referee_name', referee.name, 'created_at', ${utc('page.created_at')},
                           'status', ${referralStatusAt('page', ['own', 'referee_reward'], '$3')},
                           'reward', ${OWN_REWARD},
                           'withheld', page.referrer_reward_withheld)`,
  joins: `
    join customer referee on referee.tenant_id = page.tenant_id and referee.id = page.referee_customer_id
    ${rewardJoin('own', 'referrer')}
    ${rewardJoin('referee_reward', 'referee')}`,
  filters: { referrer: 'referrer_customer_id = ?' },
};

/** A referral whose timeline lines have no sentences yet. */
interface DetailRow {
  readonly referral: Omit<ReferralDetailAnswer, 'timeline'> & {
    readonly timeline: Omit<TimelineLine, 'detail'>[];
  };
}

@Injectable()
export class ReferralQuery {
  constructor(
    private readonly reader: TenantReader,
    private readonly lists: TenantLists,
    private readonly clock: Clock,
  ) {}

  page(tenant: Tenant, request: ListReferralsRequest): Promise<JsonText<Page<ReferralAnswer>>> {
    return this.lists.page(tenant.id, { ...LIST, values: this.valuesFor(tenant) }, request);
  }

  /** Iterates over the whole list in pages, with all statuses as they are at the time of the call. */
  pages(tenant: Tenant, request: ExportReferralsRequest): AsyncGenerator<ReferralAnswer[], void> {
    return this.lists.pages(tenant.id, { ...EXPORT, values: this.valuesFor(tenant) }, request);
  }

  /** Returns a referral with its timeline. @param language of the timeline's sentences */
  async byId(tenant: Tenant, id: string, language: Language): Promise<ReferralDetailAnswer | undefined> {
    const values = [tenant.id, ...this.valuesFor(tenant), id];
    const row = await this.reader.row<DetailRow>(tenant.id, BY_ID, values);
    if (row === undefined) return undefined;
    const timeline = row.referral.timeline.map((line) => withSentence(line, tenant.currency, language));
    return Object.assign(row.referral, { timeline });
  }

  /** Returns a referrer's referrals with the referees' full names. Callers must shorten the names before they return them. */
  ofReferrer(
    tenant: Tenant,
    referrer: string,
    request: PageRequest,
  ): Promise<JsonText<Page<MyReferralAnswer>>> {
    return this.lists.page(tenant.id, { ...MINE, values: this.valuesFor(tenant) }, request, { referrer });
  }

  private valuesFor({ currency }: Tenant): [unit: string, now: Date] {
    return [smallestUnit(currency), this.clock.now()];
  }
}
