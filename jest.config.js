import { TYPESCRIPT } from './test/support/product.mjs';

const TIMEOUT_MS = 60_000;

/** Pure rules too, tried by the ten thousand or with files of megabytes. */
const THOROUGH = '\\.(properties|cost)\\.spec\\.ts$';

/** A suite. Its tests import the product and packages as Node loads them, once in a process: test/support/runtime.mjs. */
const suite = (displayName, testMatch, options = {}) => ({
  displayName,
  testMatch: [`<rootDir>/${testMatch}`],
  testEnvironment: '<rootDir>/test/support/environment.mjs',
  runtime: '<rootDir>/test/support/runtime.mjs',
  transform: { '\\.ts$': ['@swc/jest', TYPESCRIPT] },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1'],
    '^referrals-sdk$': '<rootDir>/sdk/src/client.ts',
    '^referrals-sdk/(.*)$': '<rootDir>/sdk/src/$1.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  testTimeout: TIMEOUT_MS,
  ...options,
});

const onDatabase = (setup) => ({
  globalSetup: `<rootDir>/test/support/${setup}`,
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
});

/** @type {import('jest').Config} */
export default {
  projects: [
    suite('unit', '{src,web/src}/**/*.spec.ts', { testPathIgnorePatterns: [THOROUGH] }),
    suite('thorough', 'src/**/*.{properties,cost}.spec.ts'),
    suite('service', 'test/{contract,e2e,integration,sdk}/**/*.spec.ts', onDatabase('global-setup.mjs')),
    suite('promises', 'test/promises/**/*.spec.ts', onDatabase('global-setup.mjs')),
    suite('pairs', 'test/pairs/**/*.spec.ts', onDatabase('global-setup.mjs')),
    suite('faults', 'test/{faults,fuzz,processes}/**/*.spec.ts', onDatabase('faults-setup.mjs')),
  ],
  testSequencer: '<rootDir>/test/support/sequencer.mjs',
  maxWorkers: 2,
  workerGracefulExitTimeout: 5_000, // half a second, as by default, is too short on a busy machine to leave without a leak
  testTimeout: TIMEOUT_MS,
};
