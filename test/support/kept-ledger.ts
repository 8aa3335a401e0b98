import { FIRST_HASH } from '../../src/reward/ledger/entry-hash.js';
import type { CreditEntry } from '../../src/reward/ledger/credit-entry.entity.js';
import { type Lot, OpenAccount } from '../../src/reward/ledger/open-account.js';
import {
  type KeptAccount,
  type LedgerFailure,
  verification,
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

/** What is kept of an account after such work, which answers with its lots. */
export function keptOf(work: (account: OpenAccount) => Lot[]): KeptAccount {
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

/** What is found at an entry, or beside them all. */
export const found = (problem: string, entry?: CreditEntry): LedgerFailure => ({
  customer_id: 'cus_1',
  sequence: entry?.sequence ?? null,
  entry_id: entry?.id ?? null,
  problem,
});

/** What a verification finds when nobody lets others in between. */
export function verifyAccount(account: KeptAccount): LedgerFailure | undefined {
  const steps = verification(account);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
