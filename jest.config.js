// CommonJS inside jest: swc turns our TypeScript, and the packages that come as ESM only, into it.
const swc = (parser, transform = {}) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: { parser, transform, target: 'es2022', keepClassNames: true },
    module: { type: 'commonjs', ignoreDynamic: false },
    sourceMaps: 'inline',
  },
];
const typescript = swc(
  { syntax: 'typescript', decorators: true },
  { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
);
const esm = swc({ syntax: 'ecmascript' });

/** A package that comes as ESM only gets its name here. */
const ESM_PACKAGES = [
  '@nestjs/',
  '@borewit',
  '@tokenizer',
  'content-disposition',
  'cookie',
  'file-type',
  'iterare',
  'jose',
  'strtok3',
  'token-types',
  'uint8array-extras',
];

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{src,test,web/src}/**/*.spec.ts'],
  transform: { '^.+\\.ts$': typescript, '^.+\\.m?js$': esm },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_PACKAGES.join('|')}))`],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1'],
    '^referrals-sdk$': '<rootDir>/sdk/src/client.ts',
    '^referrals-sdk/(.*)$': '<rootDir>/sdk/src/$1.ts',
  },
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  maxWorkers: 2,
  testTimeout: 60_000,
};
