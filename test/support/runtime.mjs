// Loads the imports of a test file: jest loads test code and pages anew for each file, Node loads the product and packages
// once per process.
import JestRuntime from 'jest-runtime';
import { createRequire, isBuiltin } from 'node:module';
import path from 'node:path';
import { load, productFile } from './product.mjs';

/** Packages that jest must resolve, because Node would resolve their names differently. */
const JESTS_OWN = /^(@jest\/globals|referrals-sdk(\/|$))/;

export default class Runtime extends JestRuntime {
  requireModuleOrMock(from, name) {
    if (path.isAbsolute(name) || isBuiltin(name) || JESTS_OWN.test(name))
      return super.requireModuleOrMock(from, name);
    if (!name.startsWith('.')) return createRequire(from)(name);
    const compiled = productFile(path.resolve(path.dirname(from), name));
    return compiled === undefined ? super.requireModuleOrMock(from, name) : load(compiled);
  }
}
