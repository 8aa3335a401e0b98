import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { PageOptions } from './page-options.js';

/** The files that pages are made of. Their names change with what is in them, so that a browser asks for each once. */
export function serveAssets(fastify: FastifyInstance, { webRoot }: PageOptions): void {
  const root = path.join(webRoot, 'assets');
  if (!existsSync(root)) return; // not built
  void fastify.register(fastifyStatic, {
    root,
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    dotfiles: 'ignore',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
  });
}
