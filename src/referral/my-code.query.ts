import { Injectable } from '@nestjs/common';
import { TenantReader } from '../core/database/tenant-reader.js';
import { PROGRAM_COLUMN } from '../config/config.query.js';
import type { Program } from '../config/program-terms.js';
import { usedColumns } from './referral-offer.query.js';
import type { CustomerStatus } from '../customer/customer.entity.js';
import { SUCCESSFUL } from './standing/referral-status.js';

/** A customer's code, count of referrals and terms. */
export interface MyCodeRow {
  readonly status: CustomerStatus;
  readonly code: string | null;
  readonly referral_count: number;
  /** Null for a tenant that has not saved a program. */
  readonly program: Program | null;
  readonly budget_used: number;
  readonly referrer_rewards_used: number;
}

const MY_CODE = {
  name: 'my_code',
  text: `
    select customer.status, code.code,
           (select count(*) from referral
             where referral.tenant_id = customer.tenant_id and referral.referrer_customer_id = customer.id
               and referral.status in (${SUCCESSFUL.map((status) => `'${status}'`).join(', ')})) as referral_count,
           ${usedColumns('customer.id', '$3')}, saved.program
      from customer
      left join referral_code code on code.tenant_id = customer.tenant_id and code.customer_id = customer.id
      left join referral_program program on program.tenant_id = customer.tenant_id
      left join program_terms terms on terms.tenant_id = program.tenant_id and terms.version = program.terms_version
      left join lateral (select ${PROGRAM_COLUMN} where terms.version is not null) saved on true
     where customer.tenant_id = $1 and customer.id = $2`,
};

@Injectable()
export class MyCodeQuery {
  constructor(private readonly reader: TenantReader) {}

  find(tenantId: string, customerId: string, at: Date): Promise<MyCodeRow | undefined> {
    return this.reader.row<MyCodeRow>(tenantId, MY_CODE, [tenantId, customerId, at]);
  }
}
