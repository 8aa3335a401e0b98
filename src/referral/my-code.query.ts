import { Injectable } from '@nestjs/common';
import { TenantReader } from '../core/database/tenant-reader.js';
import { SETTINGS_COLUMNS, VALUE_COLUMNS } from '../config/config.query.js';
import type { ProgramSettings } from '../config/program-terms.js';
import { usedColumns } from './referral-offer.query.js';
import type { Value } from '../tenant/value.js';
import type { CustomerStatus } from '../customer/customer.entity.js';
import { SUCCESSFUL } from './standing/referral-status.js';

/** A customer's code, count of referrals and terms. */
export interface MyCodeRow extends ProgramSettings {
  readonly status: CustomerStatus;
  readonly code: string | null;
  readonly referral_count: number;
  /** Null for a tenant that has not saved a program. Then the columns below have no meaning. */
  readonly enabled: boolean | null;
  readonly referrer: Value;
  readonly referee: Value;
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
           terms.enabled, ${VALUE_COLUMNS}, ${SETTINGS_COLUMNS}, ${usedColumns('customer.id', '$3')}
      from customer
      left join referral_code code on code.tenant_id = customer.tenant_id and code.customer_id = customer.id
      left join referral_program program on program.tenant_id = customer.tenant_id
      left join program_terms terms on terms.tenant_id = program.tenant_id and terms.version = program.terms_version
     where customer.tenant_id = $1 and customer.id = $2`,
};

@Injectable()
export class MyCodeQuery {
  constructor(private readonly reader: TenantReader) {}

  find(tenantId: string, customerId: string, at: Date): Promise<MyCodeRow | undefined> {
    return this.reader.row<MyCodeRow>(tenantId, MY_CODE, [tenantId, customerId, at]);
  }
}
