import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const inWeb = (file: string): string => path.join(import.meta.dirname, file);

/** In development: `/dashboard/promos` is `dashboard.html`, as the service has it. */
const surfaces: Plugin = {
  name: 'surfaces',
  configureServer: ({ middlewares }) => {
    middlewares.use((request, _response, next) => {
      request.url = request.url?.replace(/^\/(dashboard|portal|enroll)(?=[/?]|$)[^?]*/, '/$1.html');
      next();
    });
  },
};

/**
 * `embed.js` is a classic script in somebody else's page: it shares no file with the pages, and no name with its host.
 * The file of the messages, which the portal reads too, is therefore in it once more.
 */
const classicScript: Plugin = {
  name: 'classic-script',
  enforce: 'pre',
  resolveId(source, importer) {
    if (importer?.startsWith(inWeb('src/embed/')) !== true || !source.startsWith('.')) return null;
    return `${path.resolve(path.dirname(importer), source.replace(/\.js$/, '.ts'))}?embed`;
  },
  generateBundle(_options, bundle) {
    const chunk = bundle['embed.js'];
    if (chunk?.type === 'chunk') chunk.code = `(()=>{${chunk.code}})();`;
  },
};

/** Three surfaces, each a page of its own, and the script that puts the portal into somebody else's page. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: {
    alias: [
      { find: /^referrals-sdk$/, replacement: inWeb('../sdk/src/client.ts') },
      { find: /^referrals-sdk\/(.*)$/, replacement: inWeb('../sdk/src/$1.ts') },
    ],
  },
  plugins: [surfaces, classicScript],
  server: { proxy: { '/api': process.env.SERVICE_URL ?? 'http://127.0.0.1:3000' } },
  build: {
    outDir: inWeb('../dist/web'),
    emptyOutDir: true,
    assetsInlineLimit: 0, // the pages' policy allows files of their own, and `data:` for pictures only
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: true,
    rolldownOptions: {
      onLog: (level, log, handle) => {
        // `"use client"` is for frameworks that render on a server.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
      input: {
        dashboard: inWeb('dashboard.html'),
        portal: inWeb('portal.html'),
        enroll: inWeb('enroll.html'),
        embed: inWeb('src/embed/embed.ts'),
      },
      output: {
        entryFileNames: ({ name }) => (name === 'embed' ? 'embed.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
