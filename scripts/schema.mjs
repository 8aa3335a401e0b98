// Writes docs/schema.sql: the schema that the migrations create, read from the catalogs of an embedded PostgreSQL, whose package
// has no pg_dump. With `--check` it writes nothing, and fails if the file differs from that schema.
import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { prepare } from './prepare.mjs';

const FILE = 'docs/schema.sql';
const OF_TYPEORM = 'schema_migration';
const HEADER = `-- The schema as the migrations make it: \`npm run schema\` writes this file, and \`npm run check\` compares it.
-- Each table comes after the tables it refers to. Not here: the schema graphile_worker and TypeORM's table schema_migration,
-- which those libraries make.

CREATE ROLE referral_service LOGIN;
GRANT USAGE ON SCHEMA public TO referral_service;
`;

const FUNCTIONS = `
  select pg_get_functiondef(oid) as text from pg_proc where pronamespace = 'public'::regnamespace order by proname`;

const COLUMNS = `
  select attrelid::regclass::text as "table",
         concat_ws(' ', quote_ident(attname), format_type(atttypid, atttypmod),
                   case when attcollation <> typcollation then 'COLLATE ' || attcollation::regcollation end,
                   'DEFAULT ' || pg_get_expr(adbin, adrelid, true), case when attnotnull then 'NOT NULL' end) as text
    from pg_attribute
    join pg_class on pg_class.oid = attrelid and relkind = 'r' and relnamespace = 'public'::regnamespace
    join pg_type on pg_type.oid = atttypid
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
   where attnum > 0 and not attisdropped
   order by relname collate "C", attnum`;

/** Without NOT NULL constraints, which are written with their columns. */
const CONSTRAINTS = `
  select conrelid::regclass::text as "table", nullif(confrelid, 0)::regclass::text as target,
         format('CONSTRAINT %I %s', conname, pg_get_constraintdef(oid, true)) as text
    from pg_constraint
   where connamespace = 'public'::regnamespace and contype <> 'n'
   order by position(contype in 'pucxf'), conname collate "C"`;

const INDEXES = `
  select indrelid::regclass::text as "table", pg_get_indexdef(indexrelid, 0, true) || ';' as text
    from pg_index
    join pg_class on pg_class.oid = indexrelid and relnamespace = 'public'::regnamespace
   where not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
   order by relname collate "C"`;

const ROW_SECURITY = `
  select oid::regclass::text as "table",
         concat_ws(e'\\n', case when relrowsecurity then format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY;', oid::regclass) end,
                   case when relforcerowsecurity then format('ALTER TABLE %s FORCE ROW LEVEL SECURITY;', oid::regclass) end) as text
    from pg_class
   where relkind = 'r' and relnamespace = 'public'::regnamespace and (relrowsecurity or relforcerowsecurity)`;

const POLICIES = `
  select polrelid::regclass::text as "table",
         concat_ws(e'\\n  ', format('CREATE POLICY %I ON %s', polname, polrelid::regclass),
                   'USING (' || pg_get_expr(polqual, polrelid, true) || ')',
                   'WITH CHECK (' || pg_get_expr(polwithcheck, polrelid, true) || ')') || ';' as text
    from pg_policy
    join pg_class on pg_class.oid = polrelid and relnamespace = 'public'::regnamespace
   order by polname`;

/** The privileges of the service's role, on tables and on columns. */
const GRANTS = `
  select "table", format('GRANT %s ON %s TO referral_service;',
                         string_agg(privilege || columns, ', ' order by position(privilege in 'SELECT INSERT UPDATE DELETE')),
                         "table") as text
    from (select pg_class.oid::regclass::text as "table", privilege_type as privilege, '' as columns
            from pg_class, aclexplode(relacl)
           where relkind = 'r' and relnamespace = 'public'::regnamespace and grantee = 'referral_service'::regrole
           union all
          select attrelid::regclass::text, privilege_type, format(' (%s)', string_agg(quote_ident(attname), ', ' order by attnum))
            from pg_attribute
            join pg_class on pg_class.oid = attrelid and relnamespace = 'public'::regnamespace, aclexplode(attacl)
           where grantee = 'referral_service'::regrole
           group by attrelid, privilege_type) granted
   group by "table"`;

/** Reads the schema of the database that the client is connected to. */
async function schemaOf(client) {
  const rows = async (statement) => (await client.query(statement)).rows;
  const columns = await rows(COLUMNS);
  const constraints = await rows(CONSTRAINTS);
  const others = [];
  for (const statement of [INDEXES, ROW_SECURITY, POLICIES, GRANTS]) others.push(await rows(statement));
  const ours = new Set(columns.map(({ table }) => table).filter((table) => table !== OF_TYPEORM));
  const order = sortByReference([...ours], constraints);
  const textsOf = (all, table) => all.filter((row) => row.table === table).map(({ text }) => text);
  const isInline = ({ table, target }) => target === null || order.indexOf(target) <= order.indexOf(table);
  const tables = order.map((table) => {
    const lines = [...textsOf(columns, table), ...textsOf(constraints.filter(isInline), table)];
    const made = `CREATE TABLE ${table} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n);`;
    return [made, ...others.flatMap((all) => textsOf(all, table))].join('\n');
  });
  const deferred = constraints.filter((constraint) => ours.has(constraint.table) && !isInline(constraint));
  const functions = (await rows(FUNCTIONS)).map(({ text }) => `${text.trim()};`);
  const added = deferred.map(({ table, text }) => `ALTER TABLE ${table} ADD ${text};`);
  return `${[HEADER.trim(), ...functions, ...tables, ...added].join('\n\n')}\n`;
}

/** Sorts each table after the tables that it refers to, as far as there are no cycles. */
function sortByReference(tables, constraints) {
  const order = [];
  const visit = (table) => {
    if (order.includes(table) || visiting.has(table)) return;
    visiting.add(table);
    for (const { table: from, target } of constraints) if (from === table && target !== null) visit(target);
    order.push(table);
  };
  const visiting = new Set();
  tables.forEach(visit);
  return order;
}

prepare({ tools: true });
// The same server as the tests use; see test/support/test-server.mjs.
const { startEmbeddedPostgres } = await import('../dist/src/core/database/embedded/embedded-postgres.js');
const { migrate } = await import('../dist/src/core/database/migrate.js');
const server = await startEmbeddedPostgres('.data/test-postgres', { fsync: 'off', max_connections: '300' });
const database = `test_${process.pid}_schema`;
const connected = async (name) => {
  const client = new pg.Client({ host: server.socketFolder, user: 'postgres', database: name });
  await client.connect();
  return client;
};
const root = await connected('postgres');
try {
  await root.query(`create database ${database}`);
  await migrate({ host: server.socketFolder, username: 'postgres', database });
  const client = await connected(database);
  const schema = await schemaOf(client);
  await client.end();
  if (!process.argv.includes('--check')) {
    writeFileSync(FILE, schema);
  } else if (readFileSync(FILE, 'utf8') !== schema) {
    process.stderr.write(`${FILE} differs from the schema that the migrations create. Run: npm run schema\n`);
    process.exitCode = 1;
  }
} finally {
  await root.query(`drop database if exists ${database} with (force)`);
  await root.end();
  server.stop();
}
