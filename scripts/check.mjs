// `npm run check`: checks everything that needs no test run. Each step must be silent of warnings.
import { spawnSync } from 'node:child_process';
import { prepare } from './prepare.mjs';

const STEPS = [
  ['format', 'prettier', ['--check', '--log-level=warn', '.']],
  ['types', 'tsc', ['--noEmit', '-p', 'tsconfig.json']],
  ['types of the pages', 'tsc', ['-p', 'web/tsconfig.json']],
  ['types of the client', 'tsc', ['--noEmit', '-p', 'sdk/tsconfig.json']],
  ['scopes as in openapi.json', 'node', ['scripts/key-scopes.mjs', '--check']],
  ['lint', 'eslint', ['--max-warnings', '0', '.']],
  [
    'import law',
    'depcruise',
    [
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      'src',
      'bench',
      'test',
      'web/src',
      'sdk/src',
    ],
  ],
  ['unused code', 'knip', ['--no-progress', '--treat-config-hints-as-errors']],
  ['lock file', 'node', ['scripts/lock-check.mjs']],
  ['promises', 'node', ['scripts/security-check.mjs']],
  ['schema as migrated', 'node', ['scripts/schema.mjs', '--check']],
];

prepare({ tools: true });
await import('./sdk-types.mjs');
const failed = STEPS.filter(([name, command, args]) => {
  const started = performance.now();
  const program = command === 'node' ? process.execPath : `node_modules/.bin/${command}`;
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
  return status !== 0;
});
process.exitCode = failed.length === 0 ? 0 : 1;
