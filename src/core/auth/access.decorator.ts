import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBearerAuth, ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { KeyAccess, KeyScope } from './key-scope.js';
import { actorOf, type CustomerPrincipal, type Principal } from './principal.js';

export const ACCESS = 'access';
/** A kind of token, or nobody in particular. */
export type Caller = 'public' | Exclude<Principal['kind'], 'api_key'>;

/** What a label says: who may call with a token, what an API key needs, and which fields of the body no key may send. */
export interface Access {
  readonly callers: readonly Caller[];
  readonly keys: KeyAccess;
  readonly inPerson: readonly string[];
}

type RouteDecorator = MethodDecorator & ClassDecorator;

/** As OpenAPI names the scheme of keys; the scopes of `by_method` are filled in by who writes the document. */
export const API_KEY_SCHEME = 'api_key';

const securityOf = (caller: Caller): RouteDecorator =>
  caller === 'public' ? ApiSecurity({}) : ApiBearerAuth(caller);

/** The label of a route as Fastify's hooks see it; one on a whole controller they don't. */
export interface RouteAccess {
  readonly access: readonly Caller[];
}

/** Where the OpenAPI document says which fields of a body no key may send. */
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

/** Every route carries exactly one of these; `AccessGuard` turns away a route that carries none. */
export const Public = (): RouteDecorator => access(['public']);
/**
 * Also for the tenant's keys: of the scope given, else of `read` for a GET and of `admin` for anything else. A key whose
 * body has one of the fields `inPerson`, whatever it holds, is refused, by the reason of `ForTenantAdminInPerson`.
 */
export const ForTenantAdmin = (
  scope: KeyScope | 'by_method' = 'by_method',
  { inPerson = [] }: { readonly inPerson?: readonly string[] } = {},
): RouteDecorator => access(['tenant_admin'], scope, inPerson);
/**
 * For what hands out secrets, decides who gets in, or sends data out: a key that leaks must neither make another one nor
 * leave anything behind that goes on when it is revoked.
 */
export const ForTenantAdminInPerson = (): RouteDecorator => access(['tenant_admin']);
export const ForCustomer = (): RouteDecorator => access(['customer']);
/** For what everybody of a tenant may know. */
export const ForTenantAdminOrCustomer = (): RouteDecorator =>
  access(['tenant_admin', 'customer'], 'by_method');
export const ForPlatform = (): RouteDecorator => access(['platform']);
/** Without a token anybody; a token that is sent must be a tenant admin's, a key of the scope `enroll`. */
export const PublicOrTenantAdmin = (): RouteDecorator => access(['public', 'tenant_admin'], 'enroll');

/** Whether a request is the public's: its route lets the public in, and it brings no token that matters there. */
export const isPublicRequest = (
  callers: readonly Caller[],
  headers: { authorization?: string | undefined },
): boolean => callers.includes('public') && (callers.length === 1 || headers.authorization === undefined);

/** A request after the guards: who is asking, if anybody is. */
export interface RequestWithUser {
  user?: Principal;
}

const principalOf = (context: ExecutionContext): Principal | undefined =>
  context.switchToHttp().getRequest<RequestWithUser>().user;

/** The customer who asks; for routes of `ForCustomer` only. */
export const CurrentCustomer = createParamDecorator(
  (_: unknown, context: ExecutionContext): CustomerPrincipal => principalOf(context) as CustomerPrincipal,
);

/** Who acts, as timelines and events name it. */
export const Actor = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  actorOf(principalOf(context)),
);
