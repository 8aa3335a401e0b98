// Loads the product for the tests once per process. jest would load NestJS, TypeORM and src/ again for every file, which takes
// ten times as long as the tests of most files. The sources are compiled to CommonJS, so that changed files can be loaded
// again in watch mode.
import { transformFileSync } from '@swc/core';
import { mkdirSync, readdirSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SOURCES = path.join(ROOT, 'src');
const COMPILED = path.join(ROOT, '.data/test-product');
const MANIFEST = path.join(COMPILED, 'package.json');
const require = createRequire(import.meta.url);

/** The options of swc for TypeScript. jest.config.js uses them for the tests themselves. */
export const TYPESCRIPT = {
  swcrc: false,
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'commonjs', ignoreDynamic: false },
  sourceMaps: 'inline',
};

const modified = (file) => Math.round(statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? -1);

/** Returns the path of the compiled file for a file below src/ with the extension .ts or .js; undefined for any other file. */
export const productFile = (file) =>
  file.startsWith(SOURCES + path.sep) && !/\.spec(\.ts)?$/.test(file)
    ? path.join(COMPILED, path.relative(SOURCES, file)).replace(/\.ts$/, '.js')
    : undefined;

/** The modification times of the sources that this process has loaded. */
let loaded = '';

/** Compiles every modified source. If there is one, this process loads all sources again. */
export function compileProduct() {
  const sources = readdirSync(SOURCES, { recursive: true })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => path.join(SOURCES, name));
  const found = sources.map(modified).join();
  if (found === loaded) return;
  loaded = found;
  if (modified(MANIFEST) < 0) write(MANIFEST, '{ "type": "commonjs" }\n');
  for (const source of sources) {
    if (modified(source) !== modified(productFile(source))) compile(source, productFile(source));
  }
  for (const file of Object.keys(require.cache)) {
    if (file.startsWith(COMPILED)) Reflect.deleteProperty(require.cache, file);
  }
}

/** Compiles a file. The result has the modification time of its source. */
function compile(source, file) {
  const { code } = transformFileSync(source, TYPESCRIPT);
  write(file, code, modified(source) / 1000);
}

/** Writes a file atomically, because another process may be reading it. */
function write(file, text, modifiedAt = 0) {
  const draft = `${file}.${process.pid}`;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(draft, text);
  utimesSync(draft, modifiedAt, modifiedAt);
  renameSync(draft, file);
}

/** Returns the exports of a compiled file or a package. */
export const load = (file) => require(file);

/** Returns the exports of a file of the product, such as `core/database/migrate.ts`. */
export const loadProduct = (source) => load(productFile(path.join(SOURCES, source)));
