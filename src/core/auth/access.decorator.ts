import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBearerAuth, ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { KeyAccess, KeyScope } from './key-scope.js';
import { actorOf, type CustomerPrincipal, type Principal } from './principal.js';

export const ACCESS = 'access';
/** A kind of token, or anybody. */
export type Caller = 'public' | Exclude<Principal['kind'], 'api_key'>;

/**
 * The access rules of a route: the callers that it allows, the scope that an API key needs, and the body fields that API
 * keys may not send.
 */
export interface Access {
  readonly callers: readonly Caller[];
  readonly keys: KeyAccess;
  readonly inPerson: readonly string[];
}

type RouteDecorator = MethodDecorator & ClassDecorator;

/** The name of the API key scheme in the OpenAPI document. `describeApi` resolves the scope of `by_method`. */
export const API_KEY_SCHEME = 'api_key';

const securityOf = (caller: Caller): RouteDecorator =>
  caller === 'public' ? ApiSecurity({}) : ApiBearerAuth(caller);

/**
 * The callers that a route allows, for Fastify hooks. Hooks see only the decorator of the route itself, not that of its
 * controller.
 */
export interface RouteAccess {
  readonly access: readonly Caller[];
}

/** The OpenAPI extension that lists the body fields that API keys may not send. */
const IN_PERSON_FIELDS = 'x-in-person-fields';

const access = (
  callers: readonly Caller[],
  keys: KeyAccess = 'none',
  inPerson: readonly string[] = [],
): RouteDecorator =>
  applyDecorators(
    SetMetadata<string, Access>(ACCESS, { callers, keys, inPerson }),
    RouteConfig({ access: callers } satisfies RouteAccess),
    ...callers.map(securityOf),
    ...(keys === 'none' ? [] : [ApiSecurity(API_KEY_SCHEME, [keys])]),
    ...(inPerson.length === 0 ? [] : [ApiExtension(IN_PERSON_FIELDS, inPerson)]),
  );

/** Allows everybody. Every route has exactly one of these decorators; `AccessGuard` rejects a route without one. */
export const Public = (): RouteDecorator => access(['public']);
/**
 * Allows tenant admins, and API keys with the given scope. With `by_method` a key needs `read` for a GET and `admin`
 * for anything else. A key that sends one of the `inPerson` fields is rejected, for the reason given at
 * `ForTenantAdminInPerson`.
 */
export const ForTenantAdmin = (
  scope: KeyScope | 'by_method' = 'by_method',
  { inPerson = [] }: { readonly inPerson?: readonly string[] } = {},
): RouteDecorator => access(['tenant_admin'], scope, inPerson);
/**
 * Allows tenant admins but no API key. For routes that return secrets, grant access or send data out: a leaked key must
 * not be able to create another key, or anything that keeps working after the key is revoked.
 */
export const ForTenantAdminInPerson = (): RouteDecorator => access(['tenant_admin']);
export const ForCustomer = (): RouteDecorator => access(['customer']);
/** Allows tenant admins, customers, and API keys with the `by_method` scope. */
export const ForTenantAdminOrCustomer = (): RouteDecorator =>
  access(['tenant_admin', 'customer'], 'by_method');
export const ForPlatform = (): RouteDecorator => access(['platform']);
/** Allows requests without a token, tenant admins, and API keys with the scope `enroll`. Any other token is rejected. */
export const PublicOrTenantAdmin = (): RouteDecorator => access(['public', 'tenant_admin'], 'enroll');

/**
 * Returns true when a request is handled as public: the route allows only public requests, so a token is ignored, or it
 * allows them among others and no token was sent.
 */
export const isPublicRequest = (
  callers: readonly Caller[],
  headers: { authorization?: string | undefined },
): boolean => callers.includes('public') && (callers.length === 1 || headers.authorization === undefined);

/** A request after the guards, with the authenticated caller if there is one. */
export interface RequestWithUser {
  user?: Principal;
}

const principalOf = (context: ExecutionContext): Principal | undefined =>
  context.switchToHttp().getRequest<RequestWithUser>().user;

/** The calling customer. For routes of `ForCustomer` only. */
export const CurrentCustomer = createParamDecorator(
  (_: unknown, context: ExecutionContext): CustomerPrincipal => principalOf(context) as CustomerPrincipal,
);

/** The caller as timelines and events record it. */
export const Actor = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  actorOf(principalOf(context)),
);
