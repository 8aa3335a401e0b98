import type { CreditAccount } from './credit-account.entity.js';
import type { CreditEntry } from './credit-entry.entity.js';
import { entryHash, FIRST_HASH } from './entry-hash.js';

/** What is kept on one customer's credit, as it was at one moment. */
export interface KeptAccount {
  readonly head: Omit<CreditAccount, 'tenantId'>;
  /** In the order of their sequence. */
  readonly entries: readonly CreditEntry[];
  readonly lots: readonly { readonly id: string; readonly remainingCents: number }[];
}

/** The first thing that does not hold, and the entry where it shows. */
export interface LedgerFailure {
  readonly customer_id: string;
  /** Null when no entry is wrong, but what the entries come to differs from what is kept. */
  readonly sequence: number | null;
  readonly entry_id: string | null;
  readonly problem: string;
}

interface Running {
  hash: string;
  balance: number;
  readonly lots: Map<string, number>;
}

/**
 * Recomputes a customer's ledger from its entries: numbers without a gap, the chain of hashes, running balances, what
 * is left of each lot, and never less than nothing; then what is kept beside the entries.
 * Source: the ledger invariants of docs/adr/0008-credit-ledger.md.
 */
export function verifyAccount({ head, entries, lots }: KeptAccount): LedgerFailure | undefined {
  const running: Running = { hash: FIRST_HASH, balance: 0, lots: new Map() };
  for (const [index, entry] of entries.entries()) {
    const problem = problemOf(entry, index + 1, running);
    if (problem !== undefined) {
      return { customer_id: head.customerId, sequence: entry.sequence, entry_id: entry.id, problem };
    }
  }
  const problem = headProblem(head, entries.length, running) ?? lotProblem(lots, running);
  return problem === undefined
    ? undefined
    : { customer_id: head.customerId, sequence: null, entry_id: null, problem };
}

/** What is wrong with an entry, given what stands before it; `running` moves on. */
function problemOf(entry: CreditEntry, sequence: number, running: Running): string | undefined {
  const before = running.lots.get(entry.lotId);
  const remaining = (before ?? 0) + entry.amountCents;
  running.lots.set(entry.lotId, remaining);
  running.balance += entry.amountCents;
  const hash = entryHash(running.hash, entry);
  running.hash = entry.hash;
  if (entry.sequence !== sequence) return `entry ${sequence} is missing`;
  if (entry.hash !== hash) return 'its hash does not follow from its content and the entry before';
  if ((before === undefined) !== (entry.kind === 'grant')) return 'a lot must begin with its grant';
  if (entry.lotRemainingCents !== remaining || remaining < 0) return "its lot's remainder is wrong";
  if (entry.balanceCents !== running.balance || running.balance < 0) return 'its running balance is wrong';
  return undefined;
}

function headProblem(head: KeptAccount['head'], count: number, running: Running): string | undefined {
  if (head.entryCount !== count) return `the account counts ${head.entryCount} entries, and has ${count}`;
  if (head.lastHash !== running.hash) return 'the account ends with another hash than its last entry';
  if (head.balanceCents !== running.balance) return "the account's balance is not the sum of its entries";
  return undefined;
}

function lotProblem(lots: KeptAccount['lots'], running: Running): string | undefined {
  const wrong = lots.find(({ id, remainingCents }) => running.lots.get(id) !== remainingCents);
  if (wrong !== undefined) return `what is left of lot ${wrong.id} is not the sum of its entries`;
  return lots.length === running.lots.size ? undefined : 'a lot of its entries is missing';
}
