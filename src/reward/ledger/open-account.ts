import { newId, SYSTEM } from '../../common/ids.js';
import type { CreditAccount } from './credit-account.entity.js';
import type { CreditEntry, EntryKind } from './credit-entry.entity.js';
import type { CreditLot } from './credit-lot.entity.js';
import { entryHash } from './entry-hash.js';

/** Why an entry is made. */
export interface Cause {
  readonly actor: string;
  readonly at: Date;
  readonly redemptionId?: string;
  readonly reason?: string;
}

/** A lot as an account works with it; `remainingCents` follows what is taken from it and given back. */
export type Lot = Omit<CreditLot, 'tenantId'>;

/** A new grant. */
export type Grant = Pick<CreditLot, 'grantedCents' | 'rewardId' | 'expiresAt'>;

/** What an account's work comes to, for the tables. */
export interface Bookings {
  readonly head: CreditAccount;
  readonly entries: readonly CreditEntry[];
  readonly granted: readonly Lot[];
  /** What each lot that was there before gained or lost. */
  readonly changes: ReadonlyMap<string, number>;
  readonly reversed: readonly string[];
}

/**
 * A customer's ledger, at work: each move makes one entry, with the running balance and the next link of the chain.
 * It is sound only while the customer is locked (`LedgerRepository.open`), and real only when it is saved.
 */
export class OpenAccount {
  private entries: CreditEntry[] = [];
  private granted: Lot[] = [];
  private changes = new Map<string, number>();
  private reversed: string[] = [];

  constructor(private head: CreditAccount) {}

  get customerId(): string {
    return this.head.customerId;
  }

  get balanceCents(): number {
    return this.head.balanceCents;
  }

  /** Opens a lot. @param grant an amount above 0 */
  grant({ grantedCents, rewardId, expiresAt }: Grant, cause: Cause): Lot {
    const lot: Lot = {
      id: newId('lot'),
      customerId: this.customerId,
      rewardId,
      grantedCents,
      remainingCents: grantedCents,
      expiresAt,
      reversedAt: null,
      createdAt: cause.at,
    };
    this.granted.push(lot);
    this.enter('grant', lot, grantedCents, cause);
    return lot;
  }

  /** Takes from a lot, for an invoice or for good. @param amountCents above 0, and not more than the lot has */
  take(kind: Exclude<EntryKind, 'grant' | 'restore'>, lot: Lot, amountCents: number, cause: Cause): void {
    this.move(kind, lot, -amountCents, cause);
  }

  /** Gives back to a lot what an invoice took. What was reversed or has expired meanwhile is taken again at once. */
  restore(lot: Lot, amountCents: number, cause: Cause): void {
    this.move('restore', lot, amountCents, cause);
    const { reason, ...withoutReason } = cause;
    if (lot.reversedAt !== null) this.take('reverse', lot, amountCents, cause);
    else this.expire(lot, { ...withoutReason, actor: SYSTEM });
  }

  /** Takes what is left of a lot whose time has come. */
  expire(lot: Lot, cause: Cause): void {
    const due = lot.expiresAt !== null && lot.expiresAt <= cause.at && lot.remainingCents > 0;
    if (due) this.take('expire', lot, lot.remainingCents, cause);
  }

  /** Takes what is left of a lot, and all that comes back to it from now on. @returns how much was left */
  reverse(lot: Lot, cause: Cause): number {
    const left = lot.remainingCents;
    if (left > 0) this.take('reverse', lot, left, cause);
    lot.reversedAt = cause.at;
    this.reversed.push(lot.id);
    return left;
  }

  /** Hands over what is to be written, and starts anew from there; undefined when nothing has happened. */
  flush(): Bookings | undefined {
    if (this.entries.length === 0 && this.reversed.length === 0) return undefined;
    const { head, entries, granted, changes, reversed } = this;
    this.entries = [];
    this.granted = [];
    this.changes = new Map();
    this.reversed = [];
    return { head, entries, granted, changes, reversed };
  }

  private move(kind: EntryKind, lot: Lot, amountCents: number, cause: Cause): void {
    lot.remainingCents += amountCents;
    // A lot that is not written yet goes in as it is by then.
    if (!this.granted.includes(lot)) this.changes.set(lot.id, (this.changes.get(lot.id) ?? 0) + amountCents);
    this.enter(kind, lot, amountCents, cause);
  }

  private enter(kind: EntryKind, lot: Lot, amountCents: number, cause: Cause): void {
    const { tenantId, customerId, balanceCents, entryCount, lastHash } = this.head;
    const entry = {
      tenantId,
      customerId,
      sequence: entryCount + 1,
      id: newId('cre'),
      lotId: lot.id,
      kind,
      amountCents,
      lotRemainingCents: lot.remainingCents,
      balanceCents: balanceCents + amountCents,
      redemptionId: cause.redemptionId ?? null,
      reason: cause.reason ?? null,
      actor: cause.actor,
      createdAt: cause.at,
    };
    const hash = entryHash(lastHash, entry, kind === 'grant' ? lot : undefined);
    this.entries.push({ ...entry, hash });
    this.head = {
      tenantId,
      customerId,
      balanceCents: entry.balanceCents,
      entryCount: entry.sequence,
      lastHash: hash,
    };
  }
}
