// `npm test`, `npm run test:unit`, `test:faults`, `test:pairs`, `test:watch`: runs suites of jest.config.js. Arguments are passed to jest:
// `npm test -- test/e2e/promos.spec.ts`. A file is found by its path in any suite.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { preparePackages } from './prepare.mjs';

const SUITES = {
  unit: ['unit'],
  usual: ['unit', 'thorough', 'service'],
  faults: ['faults'],
  pairs: ['pairs'],
};

preparePackages({ tools: true });
const [suite, ...args] = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  // Tests `require` packages that are ES modules, for which Node 20 prints an experimental warning.
  ['--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', ...argumentsOf(suite)],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;

function argumentsOf(suite) {
  const isFile = (arg) => /^[^-].*[/.]/.test(arg);
  if (suite === 'watch')
    return [...args, ...['src/', 'web/src/'].map((folder) => path.resolve(folder)), '--watchAll'];
  if (suite === 'usual' && args.some(isFile)) return args;
  return [...args, '--selectProjects', ...SUITES[suite]];
}
