import { Injectable } from '@nestjs/common';
import type { JsonText } from '../core/http/json-text.js';
import type { Page } from '../core/http/page.js';
import { major, utc } from '../core/database/statement.js';
import { TenantLists } from '../core/database/tenant-lists.js';
import { TenantReader } from '../core/database/tenant-reader.js';
import type { Transaction } from '../core/database/transaction.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { smallestUnit } from '../tenant/value.js';
import type { ListRedemptionsRequest, RedemptionAnswer } from './redemption.dto.js';

const LINES = `
  (select json_agg(json_build_object(
            'source', source, 'promo_id', promo_id, 'reward_id', reward_id, 'lot_id', lot_id, 'type', type,
            'value', ${major('type', 'value_units', '$2')}, 'base_cents', base_cents, 'amount_cents', amount_cents,
            'running_total_cents', running_total_cents, 'restored_cents', restored_cents) order by position)
     from redemption_line line
    where line.tenant_id = page.tenant_id and line.redemption_id = page.id)`;

const REVERSALS = `
  (select json_agg(json_build_object('id', id, 'amount_cents', amount_cents, 'credit_cents', credit_cents,
                                     'refunded_cents', refunded_cents, 'spendable_cents', spendable_cents,
                                     'reason', reason, 'actor', actor, 'created_at', ${utc('created_at')})
                   order by id)
     from redemption_reversal reversal
    where reversal.tenant_id = page.tenant_id and reversal.redemption_id = page.id)`;

/** `$2` is the currency's smallest unit. */
const ITEM = `
  json_build_object('id', page.id, 'customer_id', page.customer_id, 'invoice_id', page.invoice_id,
                    'currency', page.currency, 'status', page.status, 'subtotal_cents', page.subtotal_cents,
                    'lines', coalesce(${LINES}, '[]'), 'left_out', page.left_out,
                    'discount_cents', page.discount_cents, 'credit_cents', page.credit_cents,
                    'total_cents', page.total_cents, 'alternatives', page.alternatives,
                    'reversed_cents', page.reversed_cents, 'restored_credit_cents', page.restored_credit_cents,
                    'refunded_cents', page.refunded_cents,
                    'reversals', coalesce(${REVERSALS}, '[]'), 'created_at', ${utc('page.created_at')})`;

const BY_ID = {
  name: 'redemption_by_id',
  text: `select ${ITEM} as redemption from redemption as page where tenant_id = $1 and id = $3`,
};

const LIST = {
  name: 'redemption_page',
  table: 'redemption',
  item: ITEM,
  filters: { customer_id: 'customer_id = ?', invoice_id: 'invoice_id = ?', status: 'status = ?' },
};

interface RedemptionRow {
  readonly redemption: RedemptionAnswer;
}

/**
 * Reads redemptions. Requests that create, repeat or get a redemption share a statement, so that their answers are the
 * same.
 */
@Injectable()
export class RedemptionQuery {
  constructor(
    private readonly reader: TenantReader,
    private readonly lists: TenantLists,
  ) {}

  async byId({ id: tenantId, currency }: Tenant, id: string): Promise<RedemptionAnswer | undefined> {
    const values = [tenantId, smallestUnit(currency), id];
    return (await this.reader.row<RedemptionRow>(tenantId, BY_ID, values))?.redemption;
  }

  /** Returns a redemption inside the transaction that wrote it. */
  async byIdInTransaction(tx: Transaction, id: string, currency: string): Promise<RedemptionAnswer> {
    const [row] = await tx.query<RedemptionRow>(BY_ID, [tx.tenantId, smallestUnit(currency), id]);
    if (row === undefined) throw new Error(`The redemption ${id} was not written.`);
    return row.redemption;
  }

  page({ id, currency }: Tenant, request: ListRedemptionsRequest): Promise<JsonText<Page<RedemptionAnswer>>> {
    return this.lists.page(id, { ...LIST, values: [smallestUnit(currency)] }, request);
  }
}
