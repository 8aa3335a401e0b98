/** The format of the tenant ids that we generate. Nothing else is safe in a literal. */
const TENANT_ID = /^[a-z0-9_]{1,64}$/;

/**
 * Returns the statement that begins a transaction limited to the rows of one tenant. The tenant id is a literal, so that `set
 * local` can be sent in the same message as `begin` without an extra round trip. The setting ends with the transaction, so it
 * works with a pooler that shares connections.
 * @throws Error for an id that this service can't have generated
 */
export function beginAs(tenantId: string, mode: 'read only' | 'read write'): string {
  if (!TENANT_ID.test(tenantId)) throw new Error('Invalid tenant id.');
  return `begin ${mode}; set local app.tenant_id = '${tenantId}'`;
}

/** The address of a PostgreSQL server, or the folder of its Unix socket, with the user to connect as. */
export type Connection =
  { readonly url: string } | { readonly host: string; readonly username: string; readonly database: string };

/**
 * The role of the service. It owns nothing and is bound by row-level security. Migrations create it and grant it
 * access.
 */
export const SERVICE_ROLE = 'referral_service';
