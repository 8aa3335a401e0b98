// `npm test`, `npm run test:unit`, `test:faults`, `test:watch`: suites of jest.config.js. What follows goes to jest:
// `npm test -- test/e2e/promos.spec.ts`. Files are found by their path in whichever suite they are.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { preparePackages } from './prepare.mjs';

const SUITES = {
  unit: ['unit'],
  usual: ['unit', 'thorough', 'service'],
  faults: ['faults'],
};

preparePackages({ tools: true });
const [suite, ...args] = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  // Packages that come as ES modules are required by tests, which Node 20 still calls an experiment.
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
