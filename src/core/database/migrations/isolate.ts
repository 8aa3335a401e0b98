/**
 * Returns the SQL for the row-level security of a tenant's table: a transaction sees the rows of its own tenant only.
 * Forced, so that it binds the owner, too. The scalar sub-select is evaluated once for each statement.
 */
export const isolate = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy tenant_isolation on ${table}
    using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));`;
