import { Injectable } from '@nestjs/common';
import type { JsonText } from '../common/json-text.js';
import type { Page } from '../common/page.js';
import { major, utc } from '../database/statement.js';
import { TenantLists } from '../database/tenant-lists.js';
import { TenantReader } from '../database/tenant-reader.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { smallestUnit } from '../tenant/value-units.js';
import type { ListRewardsRequest, RewardAnswer } from './reward.dto.js';

/** `$2` is the currency's smallest unit. */
const ITEM = `
  json_build_object('id', page.id, 'referral_id', page.referral_id, 'customer_id', page.customer_id,
                    'role', page.role, 'type', page.type, 'value', ${major('page.type', 'page.value_units', '$2')},
                    'status', page.status, 'available_at', ${utc('page.available_at')},
                    'applied_at', ${utc('page.applied_at')}, 'expires_at', ${utc('page.expires_at')},
                    'created_at', ${utc('page.created_at')})`;

const BY_ID = {
  name: 'reward_by_id',
  text: `select ${ITEM} as reward from reward page where tenant_id = $1 and id = $3`,
};

const LIST = {
  name: 'reward_page',
  table: 'reward',
  item: ITEM,
  filters: {
    customer_id: 'customer_id = ?',
    referral_id: 'referral_id = ?',
    role: 'role = ?',
    status: 'status = ?',
  },
};

@Injectable()
export class RewardQuery {
  constructor(
    private readonly reader: TenantReader,
    private readonly lists: TenantLists,
  ) {}

  async byId({ id: tenantId, currency }: Tenant, id: string): Promise<RewardAnswer | undefined> {
    const values = [tenantId, smallestUnit(currency), id];
    return (await this.reader.row<{ reward: RewardAnswer }>(tenantId, BY_ID, values))?.reward;
  }

  page({ id, currency }: Tenant, request: ListRewardsRequest): Promise<JsonText<Page<RewardAnswer>>> {
    return this.lists.page(id, { ...LIST, values: [smallestUnit(currency)] }, request);
  }
}
