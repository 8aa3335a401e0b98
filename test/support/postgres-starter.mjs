// A PostgreSQL of a test file's own, in a process of its own: jest can't load the programs' package. Each line on
// standard input starts it (again) and is answered with its socket; the end of input stops it.
import readline from 'node:readline';
import { startEmbeddedPostgres } from '../../dist/src/core/database/embedded/embedded-postgres.js';

const [folder, settings] = process.argv.slice(2);
let server;
const input = readline.createInterface({ input: process.stdin });
input.on('line', async () => {
  server = await startEmbeddedPostgres(folder, JSON.parse(settings));
  process.stdout.write(`${server.socketFolder}\n`);
});
input.on('close', () => server?.stop());
