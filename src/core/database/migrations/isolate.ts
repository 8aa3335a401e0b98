/**
 * Row-level security for a table whose rows belong to a tenant: a transaction sees the rows of its own tenant only.
 * Forced, so that even the owner is bound. The scalar sub-select is planned and computed once a statement.
 */
export const isolate = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy tenant_isolation on ${table}
    using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));`;
