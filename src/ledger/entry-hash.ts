import { createHash } from 'node:crypto';
import type { CreditEntry } from './credit-entry.entity.js';

/** What stands before the first entry of a customer. */
export const FIRST_HASH = '0'.repeat(64);

/**
 * The chain: SHA-256, in hex, of the hash of the entry before and every column of this one, as a JSON array. Whoever
 * changes an entry must rewrite every entry after it, and the account's head.
 * @param previous `FIRST_HASH` for the first entry
 */
export function entryHash(previous: string, entry: Omit<CreditEntry, 'hash'>): string {
  const fields = [
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
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}
