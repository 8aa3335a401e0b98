import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Access, ACCESS, type RequestWithUser, isPublicRequest } from './access.decorator.js';
import { ApiKeyVerifier } from './api-key-verifier.js';
import { API_KEY_STRATEGY } from './api-key.strategy.js';
import {
  fieldForbiddenForKeys,
  insufficientScope,
  unauthenticated,
  unlabelledRoute,
  wrongKindOfToken,
} from './auth.errors.js';
import { bearerToken } from './bearer-token.js';
import { CredentialLimit } from './credential-limit.js';
import { JWKS_STRATEGY } from './jwks.strategy.js';
import { hasScope, requiredScope } from './key-scope.js';
import type { ApiKeyPrincipal, Principal } from './principal.js';
import { TOKEN_STRATEGY } from './token.strategy.js';

type Request = FastifyRequest & RequestWithUser;

/**
 * Tried in this order; the first strategy that recognizes the credential decides. No two strategies accept the same
 * credential.
 */
const STRATEGIES = [TOKEN_STRATEGY, JWKS_STRATEGY, API_KEY_STRATEGY];

/** Admits the callers that the route's access decorator names. Rejects a route that has no decorator. */
@Injectable()
export class AccessGuard extends AuthGuard(STRATEGIES) {
  constructor(
    private readonly reflector: Reflector,
    private readonly keys: ApiKeyVerifier,
    private readonly credentials: CredentialLimit,
  ) {
    super();
  }

  /**
   * @throws DomainError `unlabelled_route`, `unauthenticated`, `too_many_requests`, `wrong_kind_of_token` or
   *   `insufficient_scope`
   */
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === undefined) throw unlabelledRoute();
    const request = context.switchToHttp().getRequest<Request>();
    if (isPublicRequest(access.callers, request.headers)) return true;
    this.rejectGuesses(context);
    await super.canActivate(context);
    authorize(request, access);
    return true;
  }

  /** Returns the principal that Passport found. Errors thrown by a strategy pass through unchanged. */
  override handleRequest<User = Principal>(
    error: unknown,
    principal: User | false,
    _info: unknown,
    context: ExecutionContext,
  ): User {
    if (error instanceof Error) throw error;
    if (principal !== false) return principal;
    const { request, reply } = httpOf(context);
    if (request.headers.authorization === undefined) throw unauthenticated();
    throw this.credentials.recordFailure(request, reply);
  }

  /**
   * Stops key lookups for an address that has failed too often. A key that was verified recently is still looked up, so
   * that strangers behind the same address can't lock it out. Tokens are verified without a lookup.
   */
  private rejectGuesses(context: ExecutionContext): void {
    const { request, reply } = httpOf(context);
    const token = bearerToken(request);
    if (token === null || !this.keys.isUnverified(token) || !this.credentials.isExhausted(request)) return;
    throw this.credentials.recordFailure(request, reply);
  }
}

const httpOf = (context: ExecutionContext): { request: FastifyRequest; reply: FastifyReply } => ({
  request: context.switchToHttp().getRequest<FastifyRequest>(),
  reply: context.switchToHttp().getResponse<FastifyReply>(),
});

function authorize({ user, method, body }: Request, access: Access): void {
  if (user?.kind === 'api_key') authorizeKey(user, method, body, access);
  else if (user === undefined || !access.callers.includes(user.kind)) throw wrongKindOfToken();
}

function authorizeKey({ scopes }: ApiKeyPrincipal, method: string, body: unknown, access: Access): void {
  const needed = requiredScope(access.keys, method);
  if (needed === undefined) throw wrongKindOfToken();
  if (!hasScope(scopes, needed)) throw insufficientScope(needed);
  const sent = access.inPerson.find((field) => typeof body === 'object' && Object.hasOwn(body ?? {}, field));
  if (sent !== undefined) throw fieldForbiddenForKeys(sent);
}
