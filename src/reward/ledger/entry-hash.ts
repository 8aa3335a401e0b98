import { createHash } from 'node:crypto';
import type { CreditEntry } from './credit-entry.entity.js';
import type { CreditLot } from './credit-lot.entity.js';

/** The terms of a lot that the hash of its grant covers. */
export type LotTerms = Pick<CreditLot, 'rewardId' | 'expiresAt'>;

/** The previous hash of the first entry of a customer. */
export const FIRST_HASH = '0'.repeat(64);

/**
 * Returns the hash of an entry: SHA-256, in hex, of a JSON array with the previous hash and every column of the entry.
 * The hash of a grant also covers the terms of its lot. To change an entry, or the reward or expiry of a lot, one must
 * rewrite every later entry and the head of the account.
 * @param previous the hash of the previous entry, or `FIRST_HASH`
 * @param lot only for a grant
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
