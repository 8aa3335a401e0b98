// Runs the PostgreSQL of one test file in a separate process, because starting it blocks a process. Each line on standard
// input starts or restarts it, and its socket is written to standard output. The end of input stops it.
import readline from 'node:readline';
import { compileProduct, loadProduct } from './product.mjs';

compileProduct();
const { startEmbeddedPostgres } = loadProduct('core/database/embedded/embedded-postgres.ts');
const [folder, settings] = process.argv.slice(2);
let server;
const input = readline.createInterface({ input: process.stdin });
input.on('line', async () => {
  server = await startEmbeddedPostgres(folder, JSON.parse(settings));
  process.stdout.write(`${server.socketFolder}\n`);
});
input.on('close', () => server?.stop());
