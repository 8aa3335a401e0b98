// Does what a newcomer does: copies the repository, runs `npm start`, pastes the printed lines, presses Ctrl-C and starts it
// again. Everything is checked from outside.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const START_LIMIT_MS = 180_000;
const STOP_LIMIT_MS = 10_000;

const say = (line) => process.stdout.write(`${line}\n`);

/** Copies the files that git tracks, without packages, build and data. */
function cleanCopy() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'referrals-smoke-'));
  chmodSync(folder, 0o755); // as in a clone
  const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n');
  for (const file of files) cpSync(file, path.join(folder, file));
  return folder;
}

const freePort = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Runs `npm start` in the folder, and waits until it has printed its last line. */
async function start(folder, port) {
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...process.env, PORT: String(port) },
    detached: true, // its own process group, so that Ctrl-C can be sent as by a terminal
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const service = { child, output: '', errors: '' };
  child.stdout.on('data', (data) => (service.output += data));
  child.stderr.on('data', (data) => (service.errors += data));
  service.ended = new Promise((resolve) => child.on('exit', (code) => resolve(code)));
  const deadline = Date.now() + START_LIMIT_MS;
  while (!/^curl .*\/api\/referrals -H/m.test(service.output)) {
    assert.ok(child.exitCode === null && Date.now() < deadline, `it did not start: ${service.errors}`);
    await sleep(100);
  }
  assert.doesNotMatch(service.output + service.errors, /warn|deprecat|experimental/i);
  return service;
}

/** Sends Ctrl-C to the process group, and waits until the service and its database have stopped. */
async function stop({ child, ended }, folder) {
  process.kill(-child.pid, 'SIGINT');
  const deadline = Date.now() + STOP_LIMIT_MS;
  await ended;
  while (existsSync(path.join(folder, '.data/postgres/data/postmaster.pid'))) {
    assert.ok(Date.now() < deadline, 'Ctrl-C should stop the database');
    await sleep(100);
  }
}

/** Runs the printed lines in a shell, and parses their output. */
const paste = ({ output }) =>
  output
    .split('\n')
    .filter((line) => line.startsWith('curl '))
    .map((line) =>
      JSON.parse(execFileSync('bash', ['-c', line.replace('curl ', 'curl -s ')], { encoding: 'utf8' })),
    );

const GUIDE_REFERRAL_KEYS = [
  'id',
  'referrer_customer_id',
  'referee_customer_id',
  'referrer_name',
  'referrer_email',
  'referee_name',
  'referee_email',
  'created_at',
];

const folder = cleanCopy();
try {
  const port = await freePort();
  const api = `http://localhost:${port}/api`;
  const first = await start(folder, port);
  say('smoke: npm start is up from a clean copy');

  const [myCode, validation, referrals] = paste(first);
  assert.equal(myCode.referral_code, 'KH7N4WP3');
  assert.equal(myCode.referral_count, 5);
  assert.deepEqual(validation, {
    valid: true,
    referrer_name: 'John Doe',
    referee_reward_type: 'discount_percent',
    referee_reward_value: 10,
  });
  for (const key of GUIDE_REFERRAL_KEYS) assert.equal(typeof referrals.data[0][key], 'string', key);
  assert.ok(new Set(referrals.data.map(({ status }) => status)).size > 1, 'referrals in several states');

  const pages = [...first.output.matchAll(/^ {2}(Dashboard|Portal|Enrollment) +(http\S+)$/gm)];
  assert.deepEqual(
    pages.map(([, name]) => name),
    ['Dashboard', 'Portal', 'Enrollment'],
  );
  for (const [, name, link] of pages) {
    assert.equal(/#token=eyJ/.test(link), name !== 'Enrollment', 'signed in, but for who is nobody yet');
    if (existsSync(path.join(folder, 'dist/web'))) assert.equal((await fetch(link)).status, 200, name);
  }

  const [admin] = /^eyJ\S+$/m.exec(first.output);
  const headers = { authorization: `Bearer ${admin}`, 'content-type': 'application/json' };
  const config = await (await fetch(`${api}/referrals/config`, { headers })).json();
  const saved = await fetch(`${api}/referrals/config`, {
    method: 'PUT',
    headers,
    body: JSON.stringify(config),
  });
  // The exposure in the answer is not a setting.
  const { exposure, ...answer } = await saved.json();
  assert.deepEqual([saved.status, answer], [200, config]);
  assert.ok(exposure === undefined || exposure.newcomers_per_hour > 0);
  const newcomer = {
    tenant_slug: 'acme-waste',
    name: 'Ada Lovelace',
    email: 'ada@example.com',
    referral_code: 'KH7N4WP3',
    promo_code: 'SPRING15',
  };
  const enrolled = await fetch(`${api}/enrollments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(newcomer),
  });
  assert.equal(enrolled.status, 201);
  assert.equal((await fetch(`${api}/docs`)).status, 200);
  assert.equal((await (await fetch(`${api}/openapi.json`)).json()).openapi, '3.1.0');
  say('smoke: the pasted lines and the calls of the guide are answered as it says');

  await stop(first, folder);
  const second = await start(folder, port);
  assert.equal(paste(second)[0].referral_count, 6, 'a second start keeps the data');
  await stop(second, folder);
  say('smoke: Ctrl-C stops all of it, and a second start keeps the data');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
