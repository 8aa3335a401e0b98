import { createHash } from 'node:crypto';
import type { CreditEntry } from './credit-entry.entity.js';
import type { CreditLot } from './credit-lot.entity.js';

/** What a grant says of its lot beside its own columns: for what, and until when. */
export type LotTerms = Pick<CreditLot, 'rewardId' | 'expiresAt'>;

/** What stands before the first entry of a customer. */
export const FIRST_HASH = '0'.repeat(64);

/**
 * The chain: SHA-256, in hex, of the hash of the entry before and every column of this one, as a JSON array; a grant
 * adds the terms of its lot. Whoever changes an entry, or what a lot is for and how long it lasts, must rewrite every
 * entry after it, and the account's head.
 * @param previous `FIRST_HASH` for the first entry
 * @param lot of a grant, and of no other entry
 */
export function entryHash(previous: string, entry: Omit<CreditEntry, 'hash'>, lot?: LotTerms): string {
  const fields: unknown[] = [
    previous,
    entry.tenantId,
    entry.customerId,
    entry.sequence,
    entry.id,
    entry.lotId,
    entry.kind,
    entry.amountCents,
    entry.lotRemainingCents,
    entry.balanceCents,
    entry.redemptionId,
    entry.reason,
    entry.actor,
    entry.createdAt.toISOString(),
  ];
  if (lot !== undefined) fields.push(lot.rewardId, lot.expiresAt?.toISOString() ?? null);
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}
