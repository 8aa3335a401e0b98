import fastifyStatic from '@fastify/static';
import type { FastifyError, FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { PageOptions } from './page-options.js';

const NO_SUCH_FILE = [400, 403, 404];

/** The files that pages are made of. Their names change with what is in them, so that a browser asks for each once. */
export function serveAssets(fastify: FastifyInstance, { webRoot }: PageOptions): void {
  const root = path.join(webRoot, 'assets');
  if (!existsSync(root)) return; // not built
  void fastify.register(async (assets) => {
    // Whatever is wrong with a name, there is no such file.
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
