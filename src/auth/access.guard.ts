import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { type Access, ACCESS, type AskedBy, asksInPublic } from './access.decorator.js';
import { API_KEY_STRATEGY } from './api-key.strategy.js';
import { insufficientScope, unauthenticated, unlabelledRoute, wrongKindOfToken } from './auth.errors.js';
import { JWKS_STRATEGY } from './jwks.strategy.js';
import { covers, scopeNeeded } from './key-scope.js';
import type { Principal } from './principal.js';
import { TOKEN_STRATEGY } from './token.strategy.js';

interface Request extends AskedBy {
  readonly method: string;
  readonly headers: { readonly authorization?: string };
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
    admit(request.user, label, request.method);
    return true;
  }

  /** Passport's verdict. An error of the strategy is one of ours and goes on as it is. */
  override handleRequest<User = Principal>(error: unknown, principal: User | false): User {
    if (error instanceof Error) throw error;
    if (principal === false) throw unauthenticated();
    return principal;
  }
}

function admit(principal: Principal | undefined, { callers, keys }: Access, method: string): void {
  if (principal?.kind === 'api_key') {
    const needed = scopeNeeded(keys, method);
    if (needed === undefined) throw wrongKindOfToken();
    if (!covers(principal.scopes, needed)) throw insufficientScope(needed);
  } else if (principal === undefined || !callers.includes(principal.kind)) throw wrongKindOfToken();
}
