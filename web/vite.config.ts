import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const inWeb = (file: string): string => path.join(import.meta.dirname, file);

/** In development, serves `dashboard.html` for `/dashboard/promos`, as the service does. */
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
 * Builds `embed.js` as a classic script for other sites' pages: it shares no chunk with our pages and no global name with
 * its host. It therefore has its own copy of the messages that the portal also uses.
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

/** Builds three surfaces, each with its own page, and the script that embeds the portal in another site's page. */
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
    assetsInlineLimit: 0, // the pages' policy allows only their own files, and `data:` for images
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: true,
    rolldownOptions: {
      onLog: (level, log, handle) => {
        // `"use client"` only matters to frameworks with server rendering.
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
