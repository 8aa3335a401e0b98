import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** Starts the test database, once per run for all suites. */
export default async function setUp() {
  if (globalThis.testServer !== undefined) return;
  const started = performance.now();
  const server = spawn(process.execPath, [path.join(import.meta.dirname, 'test-server.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [answer] = await Promise.race([once(server.stdout, 'data'), once(server, 'exit')]);
  if (!(answer instanceof Buffer)) throw new Error('The test database did not start.');
  Object.assign(process.env, JSON.parse(answer));
  globalThis.testServer = server;
  process.stderr.write(`\ntest database ready in ${Math.round(performance.now() - started)} ms\n`);
}
