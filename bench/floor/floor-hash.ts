/** A column of type timestamptz as `Date.toISOString` writes it. */
export const time = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The columns of a ledger's entry that its hash covers, each as an expression. */
export interface HashedEntry {
  readonly tenantId: string;
  readonly customerId: string;
  readonly sequence: string;
  readonly id: string;
  readonly lotId: string;
  readonly amountCents: string;
  readonly balanceCents: string;
  /** Null, or plain letters. */
  readonly reason: string;
  readonly actor: string;
  /** As text. */
  readonly createdAt: string;
  /** Null, or what the lot is for. */
  readonly rewardId: string;
}

export const FIRST_HASH = `repeat('0', 64)`;

/** `src/reward/ledger/entry-hash.ts` as an expression, for the grant of a new lot without an end. */
export const grantHash = (previous: string, entry: HashedEntry): string => `
  encode(sha256(convert_to(
    '["' || ${previous} || '","' || ${entry.tenantId} || '","' || ${entry.customerId} || '",' || ${entry.sequence} ||
    ',"' || ${entry.id} || '","' || ${entry.lotId} || '","grant",' || ${entry.amountCents} || ',' || ${entry.amountCents} ||
    ',' || ${entry.balanceCents} || ',null,' || coalesce('"' || ${entry.reason} || '"', 'null') ||
    ',"' || ${entry.actor} || '","' || ${entry.createdAt} || '",' || coalesce('"' || ${entry.rewardId} || '"', 'null') ||
    ',null]', 'UTF8')), 'hex')`;
