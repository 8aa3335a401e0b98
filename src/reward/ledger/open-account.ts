import { newId, SYSTEM } from '../../common/ids.js';
import type { CreditAccount } from './credit-account.entity.js';
import type { CreditEntry, EntryKind } from './credit-entry.entity.js';
import type { CreditLot } from './credit-lot.entity.js';
import { entryHash } from './entry-hash.js';

/** The actor, time and reason of an entry. */
export interface Cause {
  readonly actor: string;
  readonly at: Date;
  readonly redemptionId?: string;
  readonly reason?: string;
}

/** A lot of an open account, which keeps `remainingCents` up to date. */
export type Lot = Omit<CreditLot, 'tenantId'>;

/** A new grant. */
export type Grant = Pick<CreditLot, 'grantedCents' | 'rewardId' | 'expiresAt'>;

/** The changes of an account, to be written. */
export interface AccountChanges {
  readonly head: CreditAccount;
  readonly entries: readonly CreditEntry[];
  readonly granted: readonly Lot[];
  /** The gain or loss of each existing lot, by id. */
  readonly changes: ReadonlyMap<string, number>;
  readonly reversed: readonly string[];
  /** The rewards whose earlier lots are no longer reversed. */
  readonly reinstated: readonly string[];
}

/**
 * Books changes of a customer's credit. Each change appends one entry, with the running balance and the next hash of the
 * chain. Use it only while the customer is locked (`LedgerRepository.open`); nothing is written until it is saved.
 */
export class OpenAccount {
  private entries: CreditEntry[] = [];
  private granted: Lot[] = [];
  private changes = new Map<string, number>();
  private reversed: string[] = [];
  private reinstated: string[] = [];

  constructor(private head: CreditAccount) {}

  get customerId(): string {
    return this.head.customerId;
  }

  get balanceCents(): number {
    return this.head.balanceCents;
  }

  /** Grants credit as a new lot. The amount must be above 0. */
  grant({ grantedCents, rewardId, expiresAt }: Grant, cause: Cause): Lot {
    const lot: Lot = {
      id: newId('lot'),
      customerId: this.customerId,
      rewardId,
      grantedCents,
      remainingCents: grantedCents,
      expiresAt,
      reversedAt: null,
      reinstatedAt: null,
      createdAt: cause.at,
    };
    this.granted.push(lot);
    this.appendEntry('grant', lot, grantedCents, cause);
    return lot;
  }

  /** Takes credit from a lot. @param amountCents above 0, and not more than the remaining amount of the lot */
  take(kind: Exclude<EntryKind, 'grant' | 'restore'>, lot: Lot, amountCents: number, cause: Cause): void {
    this.changeLot(kind, lot, -amountCents, cause);
  }

  /**
   * Returns credit that an invoice took from a lot. If the lot was reversed or expired in the meantime, the credit is taken
   * again at once.
   */
  restore(lot: Lot, amountCents: number, cause: Cause): void {
    this.changeLot('restore', lot, amountCents, cause);
    const { reason, ...withoutReason } = cause;
    if (lot.reversedAt !== null) this.take('reverse', lot, amountCents, cause);
    else this.expire(lot, { ...withoutReason, actor: SYSTEM });
  }

  /** Takes the remaining amount of a lot, if the lot has expired. */
  expire(lot: Lot, cause: Cause): void {
    const due = lot.expiresAt !== null && lot.expiresAt <= cause.at && lot.remainingCents > 0;
    if (due) this.take('expire', lot, lot.remainingCents, cause);
  }

  /**
   * Takes the remaining amount of a lot, and marks it so that credit returned later is taken, too.
   * @returns the remaining amount
   */
  reverse(lot: Lot, cause: Cause): number {
    const left = lot.remainingCents;
    if (left > 0) this.take('reverse', lot, left, cause);
    lot.reversedAt = cause.at;
    this.reversed.push(lot.id);
    return left;
  }

  /** Marks the earlier lot of a reward that came back, so that credit which returns to it is the customer's again. */
  reinstate(rewardId: string): void {
    this.reinstated.push(rewardId);
  }

  /** Returns the changes since the last call, and clears them; undefined if there are none. */
  flush(): AccountChanges | undefined {
    const { head, entries, granted, changes, reversed, reinstated } = this;
    if (entries.length + reversed.length + reinstated.length === 0) return undefined;
    this.entries = [];
    this.granted = [];
    this.changes = new Map();
    this.reversed = [];
    this.reinstated = [];
    return { head, entries, granted, changes, reversed, reinstated };
  }

  private changeLot(kind: EntryKind, lot: Lot, amountCents: number, cause: Cause): void {
    lot.remainingCents += amountCents;
    // A lot that is not written yet is inserted with its final remainder.
    if (!this.granted.includes(lot)) this.changes.set(lot.id, (this.changes.get(lot.id) ?? 0) + amountCents);
    this.appendEntry(kind, lot, amountCents, cause);
  }

  private appendEntry(kind: EntryKind, lot: Lot, amountCents: number, cause: Cause): void {
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
