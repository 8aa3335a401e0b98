import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DOCS_PATH, OPENAPI_PATH } from '../core/http/security-headers.js';
import type { PageHandler } from './openapi.js';

const DOCS = `/${DOCS_PATH}`;
/**
 * Swagger's page refers to its files as `./docs/…`. For the page at `/api/docs`, these are in `/api/docs/`; for the page at
 * `/api/docs/`, they are in `/api/docs/docs/`.
 */
const FILES = [DOCS, `${DOCS}/docs`];
const PAGES = [
  `/${OPENAPI_PATH}`,
  ...[DOCS, `${DOCS}/`, `${DOCS}/index.html`, `${DOCS}/LICENSE`],
  ...FILES.map((folder) => `${folder}/swagger-ui-init.js`),
];

/** Returns the folder of the files that Swagger's page loads. */
const uiFiles = (): string =>
  path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/**
 * Serves `/api/openapi.json`, and Swagger's page at `/api/docs`. The code that generates them is loaded when one of them is
 * first requested.
 */
export function serveOpenApi(app: NestFastifyApplication): void {
  let loaded: Promise<ReadonlyMap<string, PageHandler>> | undefined;
  const load = async (): Promise<ReadonlyMap<string, PageHandler>> =>
    (await import('./openapi.js')).openApiPages(app);
  const adapter = app.getHttpAdapter();
  for (const page of PAGES) {
    adapter.get(page, async (request: unknown, reply: unknown) => {
      loaded ??= load();
      return (await loaded).get(page)?.(request, reply);
    });
  }
  const root = uiFiles();
  for (const folder of FILES) {
    void adapter.getInstance().register(fastifyStatic, { root, prefix: folder, decorateReply: false });
  }
}
