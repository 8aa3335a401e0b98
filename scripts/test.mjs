// `npm test`: runs all tests on a PostgreSQL server of their own. Arguments go to jest: `npm test -- test/e2e/promos.spec.ts`.
import { spawnSync } from 'node:child_process';
import { prepare } from './prepare.mjs';

prepare();
const { status } = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
