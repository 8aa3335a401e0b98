import { Injectable } from '@nestjs/common';
import type { Transaction } from '../core/database/transaction.js';

const INSERT_IF_ABSENT = {
  name: 'referral_code_insert_if_absent',
  text: `
    insert into referral_code (tenant_id, customer_id, code, created_at) values ($1, $2, $3, $4)
    on conflict do nothing
    returning code`,
};

const OF_CUSTOMER = {
  name: 'referral_code_of_customer',
  text: `select code from referral_code where tenant_id = $1 and customer_id = $2`,
};

@Injectable()
export class ReferralCodeRepository {
  /**
   * Inserts a code. Returns null if the customer has one already, or another customer has this code; the unique keys
   * decide. Waits for a concurrent insert for the same customer, so that `ofCustomer` finds its code afterwards.
   */
  async insertIfAbsent(tx: Transaction, customerId: string, code: string, at: Date): Promise<string | null> {
    const [inserted] = await tx.query<{ code: string }>(INSERT_IF_ABSENT, [
      tx.tenantId,
      customerId,
      code,
      at,
    ]);
    return inserted?.code ?? null;
  }

  async ofCustomer(tx: Transaction, customerId: string): Promise<string | null> {
    const [found] = await tx.query<{ code: string }>(OF_CUSTOMER, [tx.tenantId, customerId]);
    return found?.code ?? null;
  }
}
