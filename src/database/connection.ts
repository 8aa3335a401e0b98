/** Where a PostgreSQL is, and as whom to go there: an address, or a Unix socket's folder. */
export type Connection =
  { readonly url: string } | { readonly host: string; readonly username: string; readonly database: string };

/** The role the service connects as: it owns nothing, and row-level security binds it. Migrations create it and grant to it. */
export const SERVICE_ROLE = 'referral_service';
