// Bundles the service and its command line into dist/src: src/main.js, src/app/cli/main.js, and what they load.
// With `tools`: the benchmarks, and what the tests start PostgreSQL with. With `watch`: again on every change.
// What is inside, what outside, and why: docs/adr/0028-bundle.md.
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

/** What instrumentation patches, what starts threads or programs of its own, and what changes a global. */
const OUTSIDE = /^(pg|fastify|pino|graphile-worker|reflect-metadata|@embedded-postgres)(\/|$)/;
/** What Nest loads if it is there, and here it is not. */
const ABSENT = /^@(nestjs\/(microservices|websockets|platform-express)|fastify\/(view|multipart))(\/|$)/;

/** TypeORM loads the drivers of every database that it knows: half of its code. Ours is PostgreSQL's. */
const OTHER_DRIVER = /[\\/]typeorm[\\/]driver[\\/](?!postgres[\\/])[^\\/]+[\\/]\w+(Driver|QueryRunner)\.js$/;
const oneDriver = {
  name: 'one-driver',
  load: { filter: { id: OTHER_DRIVER }, handler: () => 'module.exports = {};' },
};

/**
 * Nest looks by `createRequire` for what may be absent. The mapped types so find class-validator and class-transformer, in
 * copies of their own that know no decorator of ours: here they get those of the bundle.
 */
const MAPPED_TYPES = /[\\/]@nestjs[\\/]mapped-types[\\/]dist[\\/]type-helpers\.utils\.js$/;
/** Loads what is absent here, and the folder of Swagger's files. */
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
      if (!MAY_REQUIRE.test(id)) throw new Error(`${id} requires what the bundler does not see.`);
      return null;
    },
  },
};

/** Node reads the map of a file when it loads the file. Packages have none: their code is as it was published. */
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

/** @param folder where the files go that several entries share */
const build = (entries, folder) => ({
  input: Object.fromEntries(entries.map((entry) => [entry, `${entry}.ts`])),
  platform: 'node',
  tsconfig: 'tsconfig.json',
  external: (id) => OUTSIDE.test(id) || ABSENT.test(id),
  treeshake: { moduleSideEffects: [{ test: /[\\/]@nestjs[\\/]swagger[\\/]/, sideEffects: false }] },
  plugins: [oneDriver, oneCopy, ownMapsOnly],
  onLog(level, log) {
    throw new Error(`${level}: ${log.message}`); // nothing that a bundler warns of is normal here
  },
  output: {
    dir: 'dist',
    format: 'esm',
    keepNames: true, // Nest, the errors and the migrations go by the names of classes
    sourcemap: true,
    sourcemapExcludeSources: true,
    entryFileNames: '[name].js',
    chunkFileNames: ({ name }) => `${folder}/${name.split('~')[0]}-[hash].js`,
    codeSplitting: { groups: [{ name: 'packages', test: /[\\/]node_modules[\\/]/, entriesAware: true }] },
  },
});

const BUILDS = { service: build(SERVICE, 'src/chunks'), tools: build(TOOLS, 'tools') };

/** Files of an earlier build would otherwise live on. */
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
