import { TYPESCRIPT } from './product.mjs';

/** Packages that are published as ES modules only, and that a pure rule or its spec imports. */
const ESM_PACKAGES = ['@nestjs', 'jose', 'typeid-js', 'uuid'];

/**
 * Jest as it comes, for `npm run test:mutants`: Stryker follows each fault through what Jest loads, so Node may load
 * nothing on the side.
 * @type {import('jest').Config}
 */
export default {
  rootDir: '../..',
  testEnvironment: 'node',
  transform: { '\\.[cm]?[jt]s$': ['@swc/jest', TYPESCRIPT] },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_PACKAGES.join('|')})/)`],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1'] },
  modulePathIgnorePatterns: ['<rootDir>/.data/', '<rootDir>/dist/'],
};
