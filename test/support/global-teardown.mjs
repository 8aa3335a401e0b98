import { once } from 'node:events';

/** Stops the test database, once per run for all suites. */
export default async function tearDown() {
  const server = globalThis.testServer;
  if (server === undefined) return;
  globalThis.testServer = undefined;
  const ended = once(server, 'exit');
  server.stdin.end();
  await ended;
}
