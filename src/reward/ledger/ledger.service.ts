import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { LedgerQuery } from './ledger.query.js';
import { type KeptAccount, type LedgerFailure, verification } from './verify-account.js';

/** What a verification found. */
export interface Verification {
  readonly valid: boolean;
  /** How many entries were recomputed. */
  readonly entries: number;
  readonly first_failure: LedgerFailure | null;
}

@Injectable()
export class LedgerService {
  constructor(private readonly query: LedgerQuery) {}

  /** Recomputes every account of a tenant from its entries, and stops at the first that does not hold. */
  async verify(tenantId: string): Promise<Verification> {
    let entries = 0;
    for await (const account of this.query.accounts(tenantId)) {
      entries += account.entries.length;
      const failure = await verified(account);
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

/** Lets others in between the steps of a verification, and behind it. */
async function verified(account: KeptAccount): Promise<LedgerFailure | undefined> {
  const steps = verification(account);
  for (;;) {
    const { done, value } = steps.next();
    await setImmediate();
    if (done) return value;
  }
}
