import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { type Access, ACCESS, type Caller } from '../../src/core/auth/access.decorator.js';
import { type KeyScope, requiredScope } from '../../src/core/auth/key-scope.js';
import type { TestApp } from '../support/app.js';

export interface Route {
  method: string;
  /** With `:id` where it has an id. */
  path: string;
  /** Whom its label names; undefined when it has none. */
  access: readonly Caller[] | undefined;
  /** The scope that a key needs; undefined where no key is let in. */
  scope: KeyScope | undefined;
  /** What of its body no key may send. */
  inPerson: readonly string[];
}

const joined = (...parts: string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;

/** Every handler of every controller that the application was put together from, with its label. */
export function routesOf(app: TestApp): Route[] {
  const controllers = [...app.nest.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return controllers.flatMap(({ metatype }) => handlersOf(app, metatype as Type));
}

function handlersOf(app: TestApp, controller: Type): Route[] {
  const prototype = controller.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(prototype)
    .filter((name) => name !== 'constructor' && Reflect.hasMetadata(METHOD_METADATA, prototype[name] ?? {}))
    .flatMap((name) => {
      const handler = prototype[name] ?? {};
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
      const room = Reflect.getMetadata(PATH_METADATA, controller) as string;
      const paths = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
      const labelOn = (on: object): Access | undefined =>
        Reflect.getMetadata(ACCESS, on) as Access | undefined;
      const label = labelOn(handler) ?? labelOn(controller);
      const scope = requiredScope(label?.keys ?? 'none', method);
      return paths.map((path) => ({
        method,
        path: addressOf(app, method, joined(room, path)),
        access: label?.callers,
        scope,
        inPerson: label?.inPerson ?? [],
      }));
    });
}

const addressOf = (app: TestApp, method: string, bare: string): string =>
  app.fastify.hasRoute({ method, url: bare }) ? bare : joined('api', bare);

/** A page, or a file of one: it is for people and their browsers, and not in the description of the API. */
export const isPage = ({ path }: Pick<Route, 'path'>): boolean => !/^\/(api|health|metrics)(\/|$)/.test(path);

/** What the router itself answers, from its own drawing of its tree: `GET /api/referrals`. Without HEAD, which GET brings;
 * the drawing leaves out the slash before a `*`. */
export function routerOf(app: TestApp): string[] {
  const above: string[] = [];
  return app.fastify
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', path = '', methods = ''] =
        /^((?:[│ ] {3})*[├└]── )(\S*)(?: \((.*)\))?$/.exec(line) ?? [];
      if (indent === '') return [];
      const depth = indent.length / 4;
      above.length = depth - 1;
      above.push(path);
      return methods
        .split(', ')
        .filter((method) => method !== '' && method !== 'HEAD')
        .map((method) => `${method} ${above.join('').replace(/\/?\*$/, '/*')}`);
    });
}
