/** Ids of tenants are made by us; anything else would not be safe in a literal. */
const TENANT_ID = /^[a-z0-9_]{1,64}$/;

/**
 * Opens a transaction that sees the rows of one tenant only. `set local` as a literal, in the same message as `begin`:
 * it ends with the transaction, costs no round trip of its own, and survives a pooler that shares connections.
 * @throws Error for an id that this product can't have made
 */
export function beginAs(tenantId: string, mode: 'read only' | 'read write'): string {
  if (!TENANT_ID.test(tenantId)) throw new Error('Not the id of a tenant.');
  return `begin ${mode}; set local app.tenant_id = '${tenantId}'`;
}

/** Where a PostgreSQL is, and as whom to go there: an address, or a Unix socket's folder. */
export type Connection =
  { readonly url: string } | { readonly host: string; readonly username: string; readonly database: string };

/** The role the service connects as: it owns nothing, and row-level security binds it. Migrations create it and grant to it. */
export const SERVICE_ROLE = 'referral_service';
