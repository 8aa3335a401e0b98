// A PostgreSQL for the tests, and in it one migrated database that every test file clones. jest does not resolve this
// file through its own resolver, so it uses the build.
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/src/database/embedded/embedded-postgres.js';
import { migrate } from '../../dist/src/database/migrate.js';

/** Durability costs time and proves nothing here: what survives a crash is tested with the settings of production. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };
const TEMPLATE = 'referral_template';

export default async function setUp() {
  const started = performance.now();
  const server = await startEmbeddedPostgres('.data/test-postgres', SETTINGS);
  const client = new pg.Client({ host: server.socketFolder, user: 'postgres', database: 'postgres' });
  await client.connect();
  const { rows } = await client.query(
    `select datname from pg_database where datname like 'test\\_%' or datname = $1`,
    [TEMPLATE],
  );
  for (const { datname } of rows) await client.query(`drop database "${datname}" with (force)`);
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  await migrate({ host: server.socketFolder, username: 'postgres', database: TEMPLATE });
  process.env.TEST_SOCKET_FOLDER = server.socketFolder;
  globalThis.testServer = server;
  process.stderr.write(`\ntest database ready in ${Math.round(performance.now() - started)} ms\n`);
}
