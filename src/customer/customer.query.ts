import { Injectable } from '@nestjs/common';
import type { JsonText } from '../core/http/json-text.js';
import type { Page } from '../core/http/page.js';
import type { ListStatement } from '../core/database/list-statement.js';
import { utc } from '../core/database/statement.js';
import { TenantLists } from '../core/database/tenant-lists.js';
import { TenantReader } from '../core/database/tenant-reader.js';
import type { Transaction } from '../core/database/transaction.js';
import { normalizeEmail } from './canonical-email.js';
import type { CustomerStatus } from './customer.entity.js';
import type { CustomerAnswer, ListCustomersRequest } from './customer.dto.js';

/** Without the key `referral_code` for a customer who has none. */
const ITEM = `jsonb_build_object('id', page.id, 'name', page.name, 'email', page.email, 'phone', page.phone,
                                 'status', page.status, 'created_at', ${utc('page.created_at')})
              || coalesce((select jsonb_build_object('referral_code', code) from referral_code own
                            where own.tenant_id = page.tenant_id and own.customer_id = page.id), '{}')`;

const BY_ID = {
  name: 'customer_by_id',
  text: `select ${ITEM} as customer from customer as page where tenant_id = $1 and id = $2`,
};

const ID_OF_EMAIL = {
  name: 'customer_id_of_email',
  text: `select id from customer where tenant_id = $1 and email = $2`,
};

const STATUS = {
  name: 'customer_status',
  text: `select status from customer where tenant_id = $1 and id = $2`,
};

const LIST: ListStatement = {
  name: 'customer_page',
  table: 'customer',
  item: ITEM,
  filters: {
    status: 'status = ?',
    q: `(position(lower(?) in lower(name)) > 0 or position(lower(?) in email) > 0 or id = ?
         or exists (select from referral_code own
                     where own.tenant_id = customer.tenant_id and own.customer_id = customer.id
                       and own.code = upper(translate(?, ' -', ''))))`,
  },
};

@Injectable()
export class CustomerQuery {
  constructor(
    private readonly reader: TenantReader,
    private readonly lists: TenantLists,
  ) {}

  async byId(tenantId: string, id: string, tx?: Transaction): Promise<CustomerAnswer | undefined> {
    const row = await this.reader.row<{ customer: CustomerAnswer }>(tenantId, BY_ID, [tenantId, id], tx);
    return row?.customer;
  }

  async idOfEmail(tenantId: string, email: string): Promise<string | undefined> {
    return (await this.reader.row<{ id: string }>(tenantId, ID_OF_EMAIL, [tenantId, normalizeEmail(email)]))
      ?.id;
  }

  statusById(tenantId: string, id: string): Promise<{ status: CustomerStatus } | undefined> {
    return this.reader.row<{ status: CustomerStatus }>(tenantId, STATUS, [tenantId, id]);
  }

  page(tenantId: string, request: ListCustomersRequest): Promise<JsonText<Page<CustomerAnswer>>> {
    return this.lists.page(tenantId, LIST, request);
  }
}
