import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import type { JsonText } from '../core/http/json-text.js';
import type { Page } from '../core/http/page.js';
import { major, utc } from '../core/database/statement.js';
import { TenantLists } from '../core/database/tenant-lists.js';
import { TenantReader } from '../core/database/tenant-reader.js';
import { rewardAppliedAt, rewardStatusAt } from '../referral/standing/status-at.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { smallestUnit } from '../tenant/value.js';
import type { ListRewardsRequest, RewardAnswer } from './reward.dto.js';

/** `$2` is the currency's smallest unit, `$3` the current time. */
const ITEM = `
  json_build_object('id', page.id, 'referral_id', page.referral_id, 'customer_id', page.customer_id,
                    'role', page.role, 'type', page.type, 'value', ${major('page.type', 'page.value_units', '$2')},
                    'status', ${rewardStatusAt('page', '$3')}, 'available_at', ${utc('page.available_at')},
                    'applied_at', ${utc(rewardAppliedAt('page', '$3'))}, 'expires_at', ${utc('page.expires_at')},
                    'redemption_id', page.redemption_id, 'used_cents', page.used_cents,
                    'shortfall_cents', page.shortfall_cents, 'created_at', ${utc('page.created_at')})`;

const BY_ID = {
  name: 'reward_by_id',
  text: `select ${ITEM} as reward from reward as page where tenant_id = $1 and id = $4`,
};

const LIST = {
  name: 'reward_page',
  table: 'reward',
  item: ITEM,
  filters: {
    customer_id: 'customer_id = ?',
    referral_id: 'referral_id = ?',
    role: 'role = ?',
    status: `${rewardStatusAt('reward', '$3')} = ?`,
  },
};

@Injectable()
export class RewardQuery {
  constructor(
    private readonly reader: TenantReader,
    private readonly lists: TenantLists,
    private readonly clock: Clock,
  ) {}

  async byId({ id: tenantId, currency }: Tenant, id: string): Promise<RewardAnswer | undefined> {
    const values = [tenantId, smallestUnit(currency), this.clock.now(), id];
    return (await this.reader.row<{ reward: RewardAnswer }>(tenantId, BY_ID, values))?.reward;
  }

  page({ id, currency }: Tenant, request: ListRewardsRequest): Promise<JsonText<Page<RewardAnswer>>> {
    return this.lists.page(id, { ...LIST, values: [smallestUnit(currency), this.clock.now()] }, request);
  }
}
