// Runs the PostgreSQL of a test run in a separate process (jest would load the product's packages differently), with one
// migrated database that every test file clones. Writes its location to standard output. The end of input stops it. Runs can
// overlap: each has its own template, named by its process id.
import { compileProduct, load, loadProduct } from './product.mjs';

/** Without durability, which costs time. No test in this server depends on it, because only processes of ours crash. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

compileProduct();
const { Client } = load('pg');
const { startEmbeddedPostgres } = loadProduct('core/database/embedded/embedded-postgres.ts');
const { isAlive } = loadProduct('core/database/embedded/lock-file.ts');
const { migrate } = loadProduct('core/database/migrate.ts');

const server = await startEmbeddedPostgres('.data/test-postgres', SETTINGS);
process.stdin.on('end', () => server.stop()).resume();
const template = `test_${process.pid}_template`;
const client = new Client({ host: server.socketFolder, user: 'postgres', database: 'postgres' });
await client.connect();
await dropLeftOvers();
await client.query(`create database ${template}`);
await client.end();
await migrate({ host: server.socketFolder, username: 'postgres', database: template });
process.stdout.write(
  `${JSON.stringify({ TEST_SOCKET_FOLDER: server.socketFolder, TEST_TEMPLATE: template })}\n`,
);

/** Drops the databases of runs that have ended, and of an earlier run with this process id. */
async function dropLeftOvers() {
  const { rows } = await client.query(`select datname from pg_database where datname ~ '^test_[0-9]+_'`);
  for (const { datname } of rows) {
    const pid = Number(datname.split('_')[1]);
    if (pid === process.pid || !isAlive(pid))
      await client.query(`drop database if exists ${datname} with (force)`);
  }
}
