import { ModuleMocker } from 'jest-mock';
import vm from 'node:vm';
import { compileProduct } from './product.mjs';

// jest compiles a test for the context of its environment; Node's own has no name that it could give. What jest itself
// needs for a file is compiled once: the function that comes of it holds no state.
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
 * The environment of all tests is Node's own, not a context of its own for each file: what is loaded once in a process
 * (runtime.mjs) and the tests share one `Date`, one `Error`, one `Array`.
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

  /** Notes what jest has set for a test file, before anything of the file is loaded. */
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
