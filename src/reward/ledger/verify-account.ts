import type { CreditAccount } from './credit-account.entity.js';
import type { CreditEntry } from './credit-entry.entity.js';
import type { CreditLot } from './credit-lot.entity.js';
import { entryHash, FIRST_HASH } from './entry-hash.js';

/** A lot as it is kept. */
export type KeptLot = Omit<CreditLot, 'tenantId' | 'customerId'>;

/** What is kept on one customer's credit, as it was at one moment. */
export interface KeptAccount {
  readonly head: Omit<CreditAccount, 'tenantId'>;
  /** In the order of their sequence. */
  readonly entries: readonly CreditEntry[];
  readonly lots: readonly KeptLot[];
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
  /** What is left of each lot that has been granted. */
  readonly remaining: Map<string, number>;
  readonly kept: ReadonlyMap<string, KeptLot>;
}

/** Entries that are recomputed in one piece. */
const SLICE = 200;

/**
 * Recomputes a customer's ledger from its entries: numbers without a gap, the chain of hashes, running balances, what
 * is left of each lot, and never less than nothing, what each lot is for and until when; then what is kept beside them.
 * Pauses now and then, so that whoever drives it can let others in between.
 * Source: the ledger invariants of docs/adr/0008-credit-ledger.md.
 */
export function* verification({
  head,
  entries,
  lots,
}: KeptAccount): Generator<undefined, LedgerFailure | undefined> {
  const kept = new Map(lots.map((lot) => [lot.id, lot]));
  const running: Running = { hash: FIRST_HASH, balance: 0, remaining: new Map(), kept };
  for (const [index, entry] of entries.entries()) {
    const problem = problemOf(entry, index + 1, running);
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

/** What is wrong with an entry, given what stands before it; `running` moves on. */
function problemOf(entry: CreditEntry, sequence: number, running: Running): string | undefined {
  const before = running.remaining.get(entry.lotId);
  const lot = running.kept.get(entry.lotId);
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
  return sumProblem(entry, remaining, running.balance) ?? lotDiffers(entry, lot);
}

function sumProblem(entry: CreditEntry, remaining: number, balance: number): string | undefined {
  if (entry.lotRemainingCents !== remaining || remaining < 0) return "its lot's remainder is wrong";
  if (entry.balanceCents !== balance || balance < 0) return 'its running balance is wrong';
  return undefined;
}

/** Whether a lot is kept otherwise than the entry has it. */
function lotDiffers({ kind, amountCents, createdAt }: CreditEntry, lot: KeptLot): string | undefined {
  const granted = lot.grantedCents === amountCents && lot.createdAt.getTime() === createdAt.getTime();
  if (kind === 'grant' && !granted) return 'its lot was granted otherwise';
  if (kind === 'reverse' && lot.reversedAt === null) return 'its lot is not marked as reversed';
  return undefined;
}

function headProblem(head: KeptAccount['head'], count: number, running: Running): string | undefined {
  if (head.entryCount !== count) return `the account counts ${head.entryCount} entries, and has ${count}`;
  if (head.lastHash !== running.hash) return 'the account ends with another hash than its last entry';
  if (head.balanceCents !== running.balance) return "the account's balance is not the sum of its entries";
  return undefined;
}

function lotProblem(lots: KeptAccount['lots'], { remaining }: Running): string | undefined {
  const wrong = lots.find(({ id, remainingCents }) => remaining.get(id) !== remainingCents);
  return wrong === undefined ? undefined : `what is left of lot ${wrong.id} is not the sum of its entries`;
}
