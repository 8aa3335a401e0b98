import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBearerAuth, ApiSecurity } from '@nestjs/swagger';
import { actorOf, type CustomerPrincipal, type Principal } from './principal.js';

export const ACCESS = 'access';
export type Caller = 'public' | Principal['kind'];

type RouteDecorator = MethodDecorator & ClassDecorator;

/** The label of a route as Fastify's hooks see it; one on a whole controller they don't. */
export interface RouteAccess {
  readonly access: readonly Caller[];
}

const access = (...callers: Caller[]): RouteDecorator =>
  applyDecorators(
    SetMetadata(ACCESS, callers),
    RouteConfig({ access: callers } satisfies RouteAccess),
    ...callers.map((caller) => (caller === 'public' ? ApiSecurity({}) : ApiBearerAuth(caller))),
  );

/** Every route carries exactly one of these; `AccessGuard` turns away a route that carries none. */
export const Public = (): RouteDecorator => access('public');
export const ForTenantAdmin = (): RouteDecorator => access('tenant_admin');
export const ForCustomer = (): RouteDecorator => access('customer');
export const ForPlatform = (): RouteDecorator => access('platform');
/** Without a token anybody; a token that is sent must be a tenant admin's. */
export const PublicOrTenantAdmin = (): RouteDecorator => access('public', 'tenant_admin');

/** Whether a request is the public's: its route lets the public in, and it brings no token that matters there. */
export const asksInPublic = (
  callers: readonly Caller[],
  headers: { authorization?: string | undefined },
): boolean => callers.includes('public') && (callers.length === 1 || headers.authorization === undefined);

/** A request after the guards: who is asking, if anybody is. */
export interface AskedBy {
  user?: Principal;
}

const principalOf = (context: ExecutionContext): Principal | undefined =>
  context.switchToHttp().getRequest<AskedBy>().user;

/** The customer who asks; for routes of `ForCustomer` only. */
export const CurrentCustomer = createParamDecorator(
  (_: unknown, context: ExecutionContext): CustomerPrincipal => principalOf(context) as CustomerPrincipal,
);

/** Who acts, as timelines and events name it. */
export const Actor = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  actorOf(principalOf(context)),
);
