import { Injectable } from '@nestjs/common';
import type { JsonText } from '../common/json-text.js';
import type { Page } from '../common/page.js';
import type { PageRequest } from '../common/page.dto.js';
import type { ListStatement } from '../database/list-statement.js';
import { major, utc } from '../database/statement.js';
import { TenantLists } from '../database/tenant-lists.js';
import { TenantReader } from '../database/tenant-reader.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { smallestUnit } from '../tenant/value-units.js';
import type {
  ListReferralsRequest,
  MyReferralAnswer,
  ReferralAnswer,
  ReferralDetailAnswer,
} from './referral.dto.js';

/** One side's reward, or null: a side whose terms give nothing has none. `$2` is the currency's smallest unit. */
const reward = (side: string): string => `
  case when ${side}.id is not null then
    json_build_object('type', ${side}.type, 'value', ${major(`${side}.type`, `${side}.value_units`, '$2')},
                      'status', ${side}.status, 'applied_at', ${utc(`${side}.applied_at`)}) end`;

/** By the referral, of which there are two at most; by the recipient it would walk all that a popular referrer earned. */
const rewardJoin = (alias: string, role: 'referrer' | 'referee'): string => `
  left join reward ${alias} on ${alias}.tenant_id = page.tenant_id and ${alias}.referral_id = page.id
                           and ${alias}.role = '${role}'`;

const BOTH_SIDES = `
  join customer referrer on referrer.tenant_id = page.tenant_id and referrer.id = page.referrer_customer_id
  join customer referee  on referee.tenant_id  = page.tenant_id and referee.id  = page.referee_customer_id
  ${rewardJoin('referrer_reward', 'referrer')}
  ${rewardJoin('referee_reward', 'referee')}`;

const FIELDS = `
  'id', page.id,
  'referrer_customer_id', page.referrer_customer_id, 'referee_customer_id', page.referee_customer_id,
  'referrer_name', referrer.name, 'referrer_email', referrer.email,
  'referee_name', referee.name, 'referee_email', referee.email,
  'created_at', ${utc('page.created_at')},
  'status', page.status, 'rewards_applied', page.status = 'applied',
  'referral_code', page.referral_code,
  'referrer_reward', ${reward('referrer_reward')},
  'referee_reward', ${reward('referee_reward')}`;

const TIMELINE = `
  (select json_agg(json_build_object('at', ${utc('line.at')}, 'event', line.event,
                                     'actor', line.actor, 'detail', line.detail) order by line.id)
     from referral_timeline line
    where line.tenant_id = page.tenant_id and line.referral_id = page.id)`;

const LIST: ListStatement = {
  name: 'referral_page',
  table: 'referral',
  item: `json_build_object(${FIELDS})`,
  joins: BOTH_SIDES,
  filters: {
    status: 'status = ?',
    referrer_customer_id: 'referrer_customer_id = ?',
    created_after: 'created_at >= ?::timestamptz',
    created_before: 'created_at < ?::timestamptz',
    q: `exists (select from customer side
                 where side.tenant_id = referral.tenant_id
                   and side.id in (referral.referrer_customer_id, referral.referee_customer_id)
                   and (position(lower(?) in lower(side.name)) > 0 or position(lower(?) in side.email) > 0))`,
  },
};

const BY_ID = {
  name: 'referral_by_id',
  text: `
    select json_build_object(${FIELDS}, 'timeline', ${TIMELINE}) as referral
      from referral page ${BOTH_SIDES}
     where page.tenant_id = $1 and page.id = $3`,
};

/** One referrer's list. */
const MINE: ListStatement = {
  name: 'my_referral_page',
  table: 'referral',
  item: `json_build_object('id', page.id, 'referee_name', referee.name, 'created_at', ${utc('page.created_at')},
                           'status', page.status, 'reward', ${reward('own')})`,
  joins: `
    join customer referee on referee.tenant_id = page.tenant_id and referee.id = page.referee_customer_id
    ${rewardJoin('own', 'referrer')}`,
  filters: { referrer: 'referrer_customer_id = ?' },
};

@Injectable()
export class ReferralQuery {
  constructor(
    private readonly reader: TenantReader,
    private readonly lists: TenantLists,
  ) {}

  page({ id, currency }: Tenant, request: ListReferralsRequest): Promise<JsonText<Page<ReferralAnswer>>> {
    return this.lists.page(id, { ...LIST, values: [smallestUnit(currency)] }, request);
  }

  async byId({ id: tenantId, currency }: Tenant, id: string): Promise<ReferralDetailAnswer | undefined> {
    const values = [tenantId, smallestUnit(currency), id];
    return (await this.reader.row<{ referral: ReferralDetailAnswer }>(tenantId, BY_ID, values))?.referral;
  }

  /** With the referees' full names: shorten them before anybody sees them. */
  ofReferrer(
    { id, currency }: Tenant,
    referrer: string,
    request: PageRequest,
  ): Promise<JsonText<Page<MyReferralAnswer>>> {
    return this.lists.page(id, { ...MINE, values: [smallestUnit(currency)] }, request, { referrer });
  }
}
