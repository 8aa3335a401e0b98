// `npm run test:web`: tests the pages in headless Chromium, on a service and a database of their own.
// Arguments go to Playwright: `npm run test:web -- settings`.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { buildWeb, prepare } from './prepare.mjs';

/** `CHROMIUM`, or the path of Debian's, Ubuntu's or Chrome's browser. */
const CHROMIUM = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((place) => existsSync(place));

if (CHROMIUM === undefined) {
  process.stderr.write('Chromium is missing: apt-get install chromium, or set CHROMIUM=/path/to/it.\n');
  process.exit(1);
}
prepare({ tools: true });
buildWeb();
const SERVICE_FOLDER = mkdtempSync(path.join(os.tmpdir(), 'referrals-web-'));
chmodSync(SERVICE_FOLDER, 0o755); // the database may run as another user
const SERVICE_URL = `http://127.0.0.1:${await freePort()}`;
const HOST_URL = `http://localhost:${await freePort()}`; // a page of another site that embeds the portal
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--config=web/playwright.config.ts',
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, CHROMIUM, SERVICE_FOLDER, SERVICE_URL, HOST_URL } },
);
rmSync(SERVICE_FOLDER, { recursive: true, force: true });
process.exitCode = status ?? 1;

/** Returns a free port. */
function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
