import { ModuleMocker } from 'jest-mock';
import vm from 'node:vm';
import { compileProduct } from './product.mjs';

// jest compiles a test for the context of its environment; Node's own context can't be passed to `compileFunction`. The
// modules that jest itself loads for every test file are compiled once, because the compiled function holds no state.
const { compileFunction } = vm;
const compiled = new Map();
vm.compileFunction = (code, parameters, { parsingContext, ...options }) => {
  if (parsingContext !== globalThis) return compileFunction(code, parameters, { parsingContext, ...options });
  if (!options.filename?.includes('/node_modules/')) return compileFunction(code, parameters, options);
  if (!compiled.has(options.filename))
    compiled.set(options.filename, compileFunction(code, parameters, options));
  return compiled.get(options.filename);
};

/**
 * Runs all tests in Node's own context instead of a new context per file, so that the tests and the modules that are loaded
 * once per process (runtime.mjs) share one `Date`, one `Error` and one `Array`.
 */
export default class ProcessEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern = null;
  #before = Object.getOwnPropertyDescriptors(globalThis);
  #jestsOwn = [];

  async setup() {
    compileProduct();
  }

  /** Records the globals that jest has set for a test file, before the file is loaded. */
  handleTestEvent({ name }) {
    if (name !== 'setup') return;
    this.#jestsOwn = Reflect.ownKeys(globalThis).filter((key) => !Object.hasOwn(this.#before, key));
  }

  async teardown() {
    this.moduleMocker.restoreAllMocks();
    for (const key of this.#jestsOwn) Reflect.deleteProperty(globalThis, key);
    Object.defineProperty(globalThis, 'console', this.#before.console);
  }

  getVmContext() {
    return globalThis;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }
}
