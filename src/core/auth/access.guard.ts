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

/** In this order: the first that knows the caller decides. Each takes what it can verify, and nothing of the others. */
const STRATEGIES = [TOKEN_STRATEGY, JWKS_STRATEGY, API_KEY_STRATEGY];

/** Lets a caller in whom the route's label names. A route without a label is refused. */
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
    const label = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (label === undefined) throw unlabelledRoute();
    const request = context.switchToHttp().getRequest<Request>();
    if (isPublicRequest(label.callers, request.headers)) return true;
    this.rejectGuesses(context);
    await super.canActivate(context);
    authorize(request, label);
    return true;
  }

  /** Passport's verdict. An error of the strategy is one of ours and goes on as it is. */
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
   * An address that has failed too often costs no more look-ups. A key that was good lately is looked up all the same:
   * strangers behind the same address must not shut it out. Tokens are verified without asking anybody.
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

function authorize({ user, method, body }: Request, label: Access): void {
  if (user?.kind === 'api_key') authorizeKey(user, method, body, label);
  else if (user === undefined || !label.callers.includes(user.kind)) throw wrongKindOfToken();
}

function authorizeKey({ scopes }: ApiKeyPrincipal, method: string, body: unknown, label: Access): void {
  const needed = requiredScope(label.keys, method);
  if (needed === undefined) throw wrongKindOfToken();
  if (!hasScope(scopes, needed)) throw insufficientScope(needed);
  const sent = label.inPerson.find((field) => typeof body === 'object' && Object.hasOwn(body ?? {}, field));
  if (sent !== undefined) throw fieldForbiddenForKeys(sent);
}
