import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { type Access, ACCESS, type AskedBy, asksInPublic } from './access.decorator.js';
import { API_KEY_STRATEGY } from './api-key.strategy.js';
import {
  fieldInPerson,
  insufficientScope,
  unauthenticated,
  unlabelledRoute,
  wrongKindOfToken,
} from './auth.errors.js';
import { JWKS_STRATEGY } from './jwks.strategy.js';
import { covers, scopeNeeded } from './key-scope.js';
import type { ApiKeyPrincipal, Principal } from './principal.js';
import { TOKEN_STRATEGY } from './token.strategy.js';

interface Request extends AskedBy {
  readonly method: string;
  readonly headers: { readonly authorization?: string };
  readonly body?: unknown;
}

/** In this order: the first that knows the caller decides. Each takes what it can verify, and nothing of the others. */
const STRATEGIES = [TOKEN_STRATEGY, JWKS_STRATEGY, API_KEY_STRATEGY];

/** Lets a caller in whom the route's label names. A route without a label is refused. */
@Injectable()
export class AccessGuard extends AuthGuard(STRATEGIES) {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  /** @throws DomainError `unlabelled_route`, `unauthenticated`, `wrong_kind_of_token` or `insufficient_scope` */
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const label = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (label === undefined) throw unlabelledRoute();
    const request = context.switchToHttp().getRequest<Request>();
    if (asksInPublic(label.callers, request.headers)) return true;
    await super.canActivate(context);
    admit(request, label);
    return true;
  }

  /** Passport's verdict. An error of the strategy is one of ours and goes on as it is. */
  override handleRequest<User = Principal>(error: unknown, principal: User | false): User {
    if (error instanceof Error) throw error;
    if (principal === false) throw unauthenticated();
    return principal;
  }
}

function admit({ user, method, body }: Request, label: Access): void {
  if (user?.kind === 'api_key') admitKey(user, method, body, label);
  else if (user === undefined || !label.callers.includes(user.kind)) throw wrongKindOfToken();
}

function admitKey({ scopes }: ApiKeyPrincipal, method: string, body: unknown, label: Access): void {
  const needed = scopeNeeded(label.keys, method);
  if (needed === undefined) throw wrongKindOfToken();
  if (!covers(scopes, needed)) throw insufficientScope(needed);
  const sent = label.inPerson.find((field) => typeof body === 'object' && Object.hasOwn(body ?? {}, field));
  if (sent !== undefined) throw fieldInPerson(sent);
}
