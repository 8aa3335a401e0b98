import { FIRST_HASH } from '../../src/reward/ledger/entry-hash.js';
import type { CreditEntry } from '../../src/reward/ledger/credit-entry.entity.js';
import { type Lot, OpenAccount } from '../../src/reward/ledger/open-account.js';
import {
  type StoredAccount,
  type LedgerFailure,
  verifyAccount,
} from '../../src/reward/ledger/verify-account.js';

export const NEW = {
  tenantId: 'tnt_1',
  customerId: 'cus_1',
  balanceCents: 0,
  entryCount: 0,
  lastHash: FIRST_HASH,
};
const SYSTEM = { actor: 'system', at: new Date('2026-01-01T00:00:00Z') };
export const BY_HAND = { ...SYSTEM, actor: 'admin:usr_1', redemptionId: 'rdm_1', reason: 'a test' };

export const grant = (account: OpenAccount, grantedCents: number): Lot =>
  account.grant({ grantedCents, rewardId: null, expiresAt: null }, SYSTEM);

/** Runs changes on a new account and returns it as it would be stored. `work` returns its lots. */
export function storedAccount(work: (account: OpenAccount) => Lot[]): StoredAccount {
  const account = new OpenAccount(NEW);
  const lots = work(account).map(({ customerId, ...lot }) => lot);
  const { entries = [], head = NEW } = account.flush() ?? {};
  return { entries, head, lots };
}

export const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('There is none.');
  return item;
};

/** Makes the expected failure, at an entry or at none. */
export const found = (problem: string, entry?: CreditEntry): LedgerFailure => ({
  customer_id: 'cus_1',
  sequence: entry?.sequence ?? null,
  entry_id: entry?.id ?? null,
  problem,
});

/** Verifies an account without pauses. */
export function verify(account: StoredAccount): LedgerFailure | undefined {
  const steps = verifyAccount(account);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
