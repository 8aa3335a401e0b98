/** Formats a timestamptz column as `Date.toISOString` does. */
export const time = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The columns that the hash of a ledger entry covers, each as an SQL expression. */
export interface HashedEntry {
  readonly tenantId: string;
  readonly customerId: string;
  readonly sequence: string;
  readonly id: string;
  readonly lotId: string;
  readonly amountCents: string;
  readonly balanceCents: string;
  /** SQL null, or plain letters. */
  readonly reason: string;
  readonly actor: string;
  /** Formatted as text. */
  readonly createdAt: string;
  /** SQL null, or the reward that the lot was granted for. */
  readonly rewardId: string;
}

export const FIRST_HASH = `repeat('0', 64)`;

/** Computes the hash of `src/reward/ledger/entry-hash.ts` in SQL, for the grant of a new lot that does not expire. */
export const grantHash = (previous: string, entry: HashedEntry): string => `
  encode(sha256(convert_to(
    '["' || ${previous} || '","' || ${entry.tenantId} || '","' || ${entry.customerId} || '",' || ${entry.sequence} ||
    ',"' || ${entry.id} || '","' || ${entry.lotId} || '","grant",' || ${entry.amountCents} || ',' || ${entry.amountCents} ||
    ',' || ${entry.balanceCents} || ',null,' || coalesce('"' || ${entry.reason} || '"', 'null') ||
    ',"' || ${entry.actor} || '","' || ${entry.createdAt} || '",' || coalesce('"' || ${entry.rewardId} || '"', 'null') ||
    ',null]', 'UTF8')), 'hex')`;
