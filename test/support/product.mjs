// Loads the product for the tests, once in a process: jest would load NestJS, TypeORM and src/ again for every file, which
// takes ten times as long as most files' tests. The sources are compiled to CommonJS, so that a file that was changed can
// be loaded again while jest watches.
import { transformFileSync } from '@swc/core';
import { mkdirSync, readdirSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SOURCES = path.join(ROOT, 'src');
const COMPILED = path.join(ROOT, '.data/test-product');
const MANIFEST = path.join(COMPILED, 'package.json');
const require = createRequire(import.meta.url);

/** What swc makes of our TypeScript; jest.config.js uses it for the tests themselves. */
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

/** Where the compiled form of a file below src/ is, whether it is named as a source or as its compiled form. */
export const productFile = (file) =>
  file.startsWith(SOURCES + path.sep) && !/\.spec(\.ts)?$/.test(file)
    ? path.join(COMPILED, path.relative(SOURCES, file)).replace(/\.ts$/, '.js')
    : undefined;

/** When each source was modified, as far as this process has loaded them. */
let loaded = '';

/** Compiles every source that was modified. If one was, this process loads all of them again. */
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

/** A compiled file is as old as its source. */
function compile(source, file) {
  const { code } = transformFileSync(source, TYPESCRIPT);
  write(file, code, modified(source) / 1000);
}

/** Whole or not at all: another process may be about to read it. */
function write(file, text, modifiedAt = 0) {
  const draft = `${file}.${process.pid}`;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(draft, text);
  utimesSync(draft, modifiedAt, modifiedAt);
  renameSync(draft, file);
}

/** What a compiled file, or a package, exports. */
export const load = (file) => require(file);

/** What a file of the product exports, such as `core/database/migrate.ts`. */
export const loadProduct = (source) => load(productFile(path.join(SOURCES, source)));
