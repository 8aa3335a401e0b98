// A PostgreSQL for the tests, and in it one migrated database that every test file clones. Runs may go on side by side:
// each has a template of its own, named by its process. jest does not resolve this file through its own resolver, so it
// uses the build.
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/src/core/database/embedded/embedded-postgres.js';
import { isAlive } from '../../dist/src/core/database/embedded/lock-file.js';
import { migrate } from '../../dist/src/core/database/migrate.js';

/** Durability costs time and proves nothing here: what survives a crash of ours does not depend on it. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

export default async function setUp() {
  const started = performance.now();
  const server = await startEmbeddedPostgres('.data/test-postgres', SETTINGS);
  const template = `test_${process.pid}_template`;
  const client = new pg.Client({ host: server.socketFolder, user: 'postgres', database: 'postgres' });
  await client.connect();
  await dropLeftOvers(client);
  await client.query(`create database ${template}`);
  await client.end();
  await migrate({ host: server.socketFolder, username: 'postgres', database: template });
  process.env.TEST_SOCKET_FOLDER = server.socketFolder;
  process.env.TEST_TEMPLATE = template;
  globalThis.testServer = server;
  process.stderr.write(`\ntest database ready in ${Math.round(performance.now() - started)} ms\n`);
}

/** Databases of runs that have ended, and of one that had this process id before. */
async function dropLeftOvers(client) {
  const { rows } = await client.query(`select datname from pg_database where datname ~ '^test_[0-9]+_'`);
  for (const { datname } of rows) {
    const pid = Number(datname.split('_')[1]);
    if (pid === process.pid || !isAlive(pid))
      await client.query(`drop database if exists ${datname} with (force)`);
  }
}
