import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import type { VerificationAnswer } from './ledger.dto.js';
import { LedgerQuery } from './ledger.query.js';
import { type StoredAccount, type LedgerFailure, verifyAccount } from './verify-account.js';

@Injectable()
export class LedgerService {
  constructor(private readonly query: LedgerQuery) {}

  /** Verifies every account of a tenant, and stops at the first failure. */
  async verify(tenantId: string): Promise<VerificationAnswer> {
    let entries = 0;
    for await (const account of this.query.accounts(tenantId)) {
      entries += account.entries.length;
      const failure = await verifyWithPauses(account);
      if (failure !== undefined) return { valid: false, entries, first_failure: failure };
    }
    const orphan = await this.query.orphan(tenantId);
    if (orphan === undefined) return { valid: true, entries, first_failure: null };
    const failure = {
      customer_id: orphan,
      sequence: null,
      entry_id: null,
      problem: 'its account is missing',
    };
    return { valid: false, entries, first_failure: failure };
  }
}

/** Verifies an account, and yields to the event loop after each slice of entries and at the end. */
async function verifyWithPauses(account: StoredAccount): Promise<LedgerFailure | undefined> {
  const steps = verifyAccount(account);
  for (;;) {
    const { done, value } = steps.next();
    await setImmediate();
    if (done) return value;
  }
}
