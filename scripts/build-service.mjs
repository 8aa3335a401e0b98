// Bundles the service and its command line into dist/src: src/main.js, src/app/cli/main.js, and the chunks that they load.
// With `tools`: bundles the benchmarks and the modules that scripts load. With `watch`: bundles again on every change.
// docs/adr/0028-bundle.md says what is bundled and why.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { rolldown, watch } from 'rolldown';

const SERVICE = ['src/main', 'src/app/cli/main'];
const TOOLS = [
  ...['main', 'analytics', 'neighbours', 'attacker', 'floor'].map((name) => `bench/${name}`),
  ...['embedded/embedded-postgres', 'embedded/lock-file', 'migrate'].map(
    (name) => `src/core/database/${name}`,
  ),
  'ormconfig',
];

/** Packages that instrumentation patches, that start threads or programs, or that change a global. */
const OUTSIDE = /^(pg|fastify|pino|graphile-worker|reflect-metadata|@embedded-postgres)(\/|$)/;
/** Optional packages of Nest that are not installed. */
const ABSENT = /^@(nestjs\/(microservices|websockets|platform-express)|fastify\/(view|multipart))(\/|$)/;

/** TypeORM's drivers of other databases than PostgreSQL. It loads all of them, and they are half of its code. */
const OTHER_DRIVER = /[\\/]typeorm[\\/]driver[\\/](?!postgres[\\/])[^\\/]+[\\/]\w+(Driver|QueryRunner)\.js$/;
const oneDriver = {
  name: 'one-driver',
  load: { filter: { id: OTHER_DRIVER }, handler: () => 'module.exports = {};' },
};

/**
 * Nest loads optional packages with `createRequire`. The mapped types would load second copies of class-validator and
 * class-transformer this way, which do not know our decorators. They get the copies of the bundle instead.
 */
const MAPPED_TYPES = /[\\/]@nestjs[\\/]mapped-types[\\/]dist[\\/]type-helpers\.utils\.js$/;
/** Modules that may use `createRequire`: for packages that are not installed, and for the folder of Swagger's files. */
const MAY_REQUIRE =
  /[\\/]@nestjs[\\/](common[\\/]utils[\\/]load-package\.util|swagger[\\/]dist[\\/]swagger-ui[\\/]swagger-ui)\.js$/;
const OWN_REQUIRE = /^const require = createRequire\(import\.meta\.url\);$/m;
const oneCopy = {
  name: 'one-copy',
  transform: {
    filter: { id: /[\\/]node_modules[\\/]/, code: /createRequire\(/ },
    handler(code, id) {
      if (MAPPED_TYPES.test(id) && OWN_REQUIRE.test(code)) {
        return { code: code.replace(OWN_REQUIRE, ''), map: null };
      }
      if (!MAY_REQUIRE.test(id)) throw new Error(`${id} requires a module that the bundler does not see.`);
      return null;
    },
  },
};

/** Removes the source maps of packages. Node reads a file's source map when it loads the file, and theirs are large. */
const ownMapsOnly = {
  name: 'own-maps-only',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || chunk.name.split('~')[0] !== 'packages') continue;
      Reflect.deleteProperty(bundle, `${chunk.fileName}.map`);
      chunk.code = chunk.code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
    }
  },
};

/** Returns the options of a build. @param folder receives the files that several entries share */
const build = (entries, folder) => ({
  input: Object.fromEntries(entries.map((entry) => [entry, `${entry}.ts`])),
  platform: 'node',
  tsconfig: 'tsconfig.json',
  external: (id) => OUTSIDE.test(id) || ABSENT.test(id),
  treeshake: { moduleSideEffects: [{ test: /[\\/]@nestjs[\\/]swagger[\\/]/, sideEffects: false }] },
  plugins: [oneDriver, oneCopy, ownMapsOnly],
  onLog(level, log) {
    throw new Error(`${level}: ${log.message}`); // every warning fails the build
  },
  output: {
    dir: 'dist',
    format: 'esm',
    keepNames: true, // Nest, errors and migrations depend on class names
    sourcemap: true,
    sourcemapExcludeSources: true,
    entryFileNames: '[name].js',
    chunkFileNames: ({ name }) => `${folder}/${name.split('~')[0]}-[hash].js`,
    codeSplitting: { groups: [{ name: 'packages', test: /[\\/]node_modules[\\/]/, entriesAware: true }] },
  },
});

const BUILDS = { service: build(SERVICE, 'src/chunks'), tools: build(TOOLS, 'tools') };

/** Removes the files of earlier builds. */
function removeOthers(folder, files) {
  const kept = new Set(files.map((file) => path.normalize(file)));
  for (const entry of readdirSync(path.join('dist', folder), { recursive: true, withFileTypes: true })) {
    const file = path.relative('dist', path.join(entry.parentPath, entry.name));
    if (entry.isFile() && !kept.has(file)) rmSync(path.join('dist', file));
  }
}

const which = process.argv.includes('tools') ? 'tools' : 'service';
const options = BUILDS[which];
if (process.argv.includes('watch')) {
  watch(options).on('event', (event) => {
    if (event.code === 'ERROR') process.stderr.write(`${event.error.message}\n`);
    if (event.code === 'BUNDLE_END' || event.code === 'ERROR') void event.result?.close();
  });
} else {
  const bundle = await rolldown(options);
  const { output } = await bundle.write(options.output);
  await bundle.close();
  if (which === 'service')
    removeOthers(
      'src/chunks',
      output.map(({ fileName }) => fileName),
    );
}
