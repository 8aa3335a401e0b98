// Prepares every command: installs the packages and builds. Both are skipped when nothing has changed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.dirname(import.meta.dirname);
const MINIMUM_NODE = [20, 19];

/** Installs and builds what is missing or out of date. Reports on standard error, and exits when it fails. */
export function prepare() {
  prepareTests();
  build();
}

/** Installs what is missing or out of date. Tests need no build: they compile what they load. */
export function prepareTests() {
  process.chdir(ROOT);
  requireNode();
  install();
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor >= MINIMUM_NODE[1])) return;
  fail(`Node ${MINIMUM_NODE.join('.')} or later is needed; this is ${process.versions.node}.`);
}

function install() {
  if (modified('node_modules/.package-lock.json') >= modified('package-lock.json')) return;
  say('installing packages (once, about half a minute) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  run(npm, ['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund']);
}

function build() {
  const stamp = 'dist/.built';
  const sources = [
    'src',
    'bench',
    'ormconfig.ts',
    'tsconfig.json',
    'tsconfig.build.json',
    'package-lock.json',
  ];
  if (modified(stamp) >= Math.max(...sources.map(newest))) return;
  say('building …');
  removeOrphans('dist/src', 'src');
  removeOrphans('dist/bench', 'bench');
  run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']);
  writeFileSync(stamp, '');
}

/** Builds the pages if their sources are newer than the last build. */
export function buildWeb() {
  const stamp = 'dist/web/.built';
  const sources = ['web', 'sdk/src', 'scripts/build-web.mjs', 'package-lock.json'];
  if (modified(stamp) >= Math.max(...sources.map(newest))) return;
  say('building the pages …');
  run(process.execPath, ['scripts/build-web.mjs']);
  writeFileSync(stamp, '');
}

/** Removes compiled files whose source is gone. */
function removeOrphans(output, source) {
  for (const file of existsSync(output) ? readdirSync(output, { recursive: true }) : []) {
    const origin = path.join(source, file.replace(/\.js(\.map)?$/, '.ts'));
    if (/\.js(\.map)?$/.test(file) && !existsSync(origin)) {
      rmSync(path.join(output, file));
      rmSync('dist/.tsbuildinfo', { force: true });
    }
  }
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
