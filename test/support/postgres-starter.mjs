// A PostgreSQL of a test file's own, in a process of its own: to start it holds a process up. Each line on standard input
// starts it (again) and is answered with its socket; the end of input stops it.
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
