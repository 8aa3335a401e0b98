// Prepares every command: installs the packages and builds. Both are skipped when nothing has changed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.dirname(import.meta.dirname);
const MINIMUM_NODE = [20, 19];

const LOCK = 'package-lock.json';
/** npm's list of the installed packages. */
const INSTALLED = 'node_modules/.package-lock.json';

/**
 * Installs and builds everything that is missing or out of date. Reports on standard error, and exits when it fails.
 * @param tools also installs the packages of tests and checks, and builds the benchmarks and scripts
 */
export function prepare({ tools = false } = {}) {
  preparePackages({ tools });
  buildCode('service', ['src']);
  if (tools) buildCode('tools', ['src', 'bench', 'ormconfig.ts']);
}

/** Installs missing or outdated packages. Tests need no build, because they compile the sources that they load. */
export function preparePackages({ tools }) {
  process.chdir(ROOT);
  requireNode();
  install(tools);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor >= MINIMUM_NODE[1])) return;
  fail(`Node ${MINIMUM_NODE.join('.')} or later is needed; this is ${process.versions.node}.`);
}

/** Keeps installed packages in place, because a service may be running from them. */
function install(tools) {
  const current = modified(INSTALLED) >= modified(LOCK);
  if (current && (!tools || hasTools())) return;
  if (current) {
    say('installing the packages of tests and checks (once) …');
    npm('install', '--include=dev', '--no-save');
  } else {
    say('installing packages (once) …');
    npm('ci', tools || hasTools() ? '--include=dev' : '--omit=dev');
  }
}

const hasTools = () =>
  existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8').includes('"node_modules/jest"');

function npm(...args) {
  const program = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  run(program, [...args, '--loglevel=error', '--no-audit', '--no-fund']);
}

/** Bundles the service, or the tools. Types are checked by `npm run check` only. */
function buildCode(which, sources) {
  const stamp = `dist/.built-${which}`;
  const inputs = [...sources, 'tsconfig.json', LOCK, 'scripts/build-service.mjs'];
  if (modified(stamp) >= Math.max(...inputs.map(newest))) return;
  say(`building the ${which} …`);
  run(process.execPath, ['scripts/build-service.mjs', which]);
  writeFileSync(stamp, '');
}

/** Builds the pages if their sources are newer than the last build. */
export function buildWeb() {
  const stamp = 'dist/web/.built';
  const sources = ['web', 'sdk/src', LOCK];
  if (modified(stamp) >= Math.max(...sources.map(newest))) return;
  say('building the pages …');
  run(process.execPath, ['web/build.mjs']);
  writeFileSync(stamp, '');
}

const modified = (file) => (existsSync(file) ? statSync(file).mtimeMs : -1);

function newest(file) {
  if (!existsSync(file) || !statSync(file).isDirectory()) return modified(file);
  return Math.max(...readdirSync(file, { recursive: true }).map((name) => modified(path.join(file, name))));
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 2, 2] });
  if (status !== 0) fail(error?.message ?? `${path.basename(args[0] ?? command)} failed.`);
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

function fail(line) {
  say(line);
  process.exit(1);
}
