import fastifyStatic from '@fastify/static';
import type { FastifyError, FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { PageOptions } from './page-options.js';

const NO_SUCH_FILE = [400, 403, 404];

/** Serves the assets of the pages. Their names contain a hash of their content, so they can be cached forever. */
export function serveAssets(fastify: FastifyInstance, { webRoot }: PageOptions): void {
  const root = path.join(webRoot, 'assets');
  if (!existsSync(root)) return; // the pages are not built
  void fastify.register(async (assets) => {
    // An invalid file name is answered like a missing file.
    assets.setErrorHandler((error: FastifyError, _request, reply) => {
      if (!NO_SUCH_FILE.includes(error.statusCode ?? 0)) throw error;
      reply.callNotFound();
    });
    await assets.register(fastifyStatic, {
      root,
      prefix: '/assets/',
      decorateReply: false,
      index: false,
      dotfiles: 'ignore',
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
    });
  });
}
