import type { CreditAccount } from './credit-account.entity.js';
import type { CreditEntry } from './credit-entry.entity.js';
import type { CreditLot } from './credit-lot.entity.js';
import { entryHash, FIRST_HASH } from './entry-hash.js';

/** A lot as it is stored. */
export type StoredLot = Omit<CreditLot, 'tenantId' | 'customerId'>;

/** One customer's credit as it is stored, read at one moment. */
export interface StoredAccount {
  readonly head: Omit<CreditAccount, 'tenantId'>;
  /** Ordered by sequence. */
  readonly entries: readonly CreditEntry[];
  readonly lots: readonly StoredLot[];
}

/** The first problem of a ledger, and the entry where it was found. */
export interface LedgerFailure {
  readonly customer_id: string;
  /** Null if the entries are consistent, but the account or a lot differs from their sum. */
  readonly sequence: number | null;
  readonly entry_id: string | null;
  readonly problem: string;
}

/** The state after the entries that have been verified so far. */
interface RunningState {
  hash: string;
  balance: number;
  /** The remaining amount of each granted lot, by id. */
  readonly remaining: Map<string, number>;
  readonly lots: ReadonlyMap<string, StoredLot>;
}

/** The number of entries that are verified between two pauses. */
const SLICE = 200;

/**
 * Verifies a customer's ledger by recomputing it from its entries: the sequence, the hash chain, the running balances, and
 * the amount, reward and expiry of each lot; no balance and no remainder may be negative. Then it compares the result with
 * the stored account and lots. A generator, so that the caller can yield to the event loop at each pause.
 * Source: the ledger invariants of docs/adr/0008-credit-ledger.md.
 */
export function* verifyAccount({
  head,
  entries,
  lots,
}: StoredAccount): Generator<undefined, LedgerFailure | undefined> {
  const lotsById = new Map(lots.map((lot) => [lot.id, lot]));
  const running: RunningState = { hash: FIRST_HASH, balance: 0, remaining: new Map(), lots: lotsById };
  for (const [index, entry] of entries.entries()) {
    const problem = entryProblem(entry, index + 1, running);
    if (problem !== undefined) {
      return { customer_id: head.customerId, sequence: entry.sequence, entry_id: entry.id, problem };
    }
    if (index % SLICE === SLICE - 1) yield;
  }
  const problem = headProblem(head, entries.length, running) ?? lotProblem(lots, running);
  return problem === undefined
    ? undefined
    : { customer_id: head.customerId, sequence: null, entry_id: null, problem };
}

/** Returns the problem of an entry, if any, and adds the entry to the running state. */
function entryProblem(entry: CreditEntry, sequence: number, running: RunningState): string | undefined {
  const before = running.remaining.get(entry.lotId);
  const lot = running.lots.get(entry.lotId);
  const granting = entry.kind === 'grant';
  const remaining = (before ?? 0) + entry.amountCents;
  const hash = entryHash(running.hash, entry, granting ? lot : undefined);
  running.remaining.set(entry.lotId, remaining);
  running.balance += entry.amountCents;
  running.hash = entry.hash;
  if (entry.sequence !== sequence) return `entry ${sequence} is missing`;
  if (lot === undefined) return 'its lot is missing';
  if (entry.hash !== hash) return 'its hash does not follow from its content and the entry before';
  if ((before === undefined) !== granting) return 'a lot must begin with its grant';
  return sumProblem(entry, remaining, running.balance) ?? lotMismatch(entry, lot);
}

function sumProblem(entry: CreditEntry, remaining: number, balance: number): string | undefined {
  if (entry.lotRemainingCents !== remaining || remaining < 0) return "its lot's remainder is wrong";
  if (entry.balanceCents !== balance) return 'its running balance is wrong';
  return undefined;
}

/** Returns the difference between the stored lot and its entry, if there is one. */
function lotMismatch({ kind, amountCents, createdAt }: CreditEntry, lot: StoredLot): string | undefined {
  const granted = lot.grantedCents === amountCents && lot.createdAt.getTime() === createdAt.getTime();
  if (kind === 'grant' && !granted) return 'its lot has another granted amount or time';
  if (kind === 'reverse' && lot.reversedAt === null && lot.reinstatedAt === null)
    return 'its lot is not marked as reversed';
  return undefined;
}

function headProblem(head: StoredAccount['head'], count: number, running: RunningState): string | undefined {
  if (head.entryCount !== count) return `the account counts ${head.entryCount} entries, but has ${count}`;
  if (head.lastHash !== running.hash) return 'the last hash of the account is not the hash of its last entry';
  if (head.balanceCents !== running.balance) return "the account's balance is not the sum of its entries";
  return undefined;
}

function lotProblem(lots: StoredAccount['lots'], { remaining }: RunningState): string | undefined {
  const wrong = lots.find(({ id, remainingCents }) => remaining.get(id) !== remainingCents);
  return wrong === undefined ? undefined : `the remainder of lot ${wrong.id} is not the sum of its entries`;
}
