// How a test file's imports are loaded: test code and pages by jest, afresh for each file; the product and packages by
// Node, once in a process.
import JestRuntime from 'jest-runtime';
import { createRequire, isBuiltin } from 'node:module';
import path from 'node:path';
import { load, productFile } from './product.mjs';

/** Packages that are not what Node would find by their name. */
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
