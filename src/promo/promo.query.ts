import { Injectable } from '@nestjs/common';
import type { Versioned } from '../common/domain-error.js';
import type { JsonText } from '../core/http/json-text.js';
import type { Page } from '../core/http/page.js';
import { major, utc } from '../core/database/statement.js';
import { TenantLists } from '../core/database/tenant-lists.js';
import { TenantReader } from '../core/database/tenant-reader.js';
import type { Transaction } from '../core/database/transaction.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { smallestUnit } from '../tenant/value.js';
import type { PromoState } from './promo-refusal.js';
import type { ListPromosRequest, PromoAnswer } from './promo.dto.js';
import type { PromoTerms } from './promo.repository.js';

/** `$2` is the currency's smallest unit as a fraction of the major unit, such as 0.01. */
const ITEM = `
  json_build_object('id', page.id, 'code', page.code, 'discount_type', page.discount_type,
                    'discount_value', ${major('page.discount_type', 'page.discount_units', '$2')},
                    'combinable_with_referral', page.combinable_with_referral, 'active', page.active,
                    'starts_at', ${utc('page.starts_at')}, 'ends_at', ${utc('page.ends_at')},
                    'max_redemptions', page.max_redemptions, 'redemption_count', page.redemption_count,
                    'created_at', ${utc('page.created_at')})`;

const BY_ID = {
  name: 'promo_by_id',
  text: `select ${ITEM} as state, version from promo as page where tenant_id = $1 and id = $3`,
};

const BY_CODE = {
  name: 'promo_by_code',
  text: `
    select id, discount_type as type, discount_units as units, combinable_with_referral,
           active, starts_at, ends_at, max_redemptions, redemption_count
      from promo
     where tenant_id = $1 and code = $2`,
};

const LIST = {
  name: 'promo_page',
  table: 'promo',
  item: ITEM,
  filters: { active: 'active = ?', q: 'position(upper(?) in code) > 0' },
};

@Injectable()
export class PromoQuery {
  constructor(
    private readonly reader: TenantReader,
    private readonly lists: TenantLists,
  ) {}

  byId(
    { id: tenantId, currency }: Tenant,
    id: string,
    tx?: Transaction,
  ): Promise<Versioned<PromoAnswer> | undefined> {
    const values = [tenantId, smallestUnit(currency), id];
    return this.reader.row<Versioned<PromoAnswer>>(tenantId, BY_ID, values, tx);
  }

  /** Returns a promo and its state, without using it. */
  byCode(tenantId: string, code: string): Promise<(PromoTerms & PromoState) | undefined> {
    return this.reader.row<PromoTerms & PromoState>(tenantId, BY_CODE, [tenantId, code]);
  }

  page({ id, currency }: Tenant, request: ListPromosRequest): Promise<JsonText<Page<PromoAnswer>>> {
    return this.lists.page(id, { ...LIST, values: [smallestUnit(currency)] }, request);
  }
}
