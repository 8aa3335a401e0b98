import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { ACCESS, type AskedBy, asksInPublic, type Caller } from './access.decorator.js';
import { unauthenticated, unlabelledRoute, wrongKindOfToken } from './auth.errors.js';
import type { Principal } from './principal.js';
import { TOKEN_STRATEGY } from './token.strategy.js';

/** Lets a caller in whom the route's label names. A route without a label is refused. */
@Injectable()
export class AccessGuard extends AuthGuard(TOKEN_STRATEGY) {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  /** @throws DomainError `unlabelled_route`, `unauthenticated` or `wrong_kind_of_token` */
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const callers = this.reflector.getAllAndOverride<Caller[] | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (callers === undefined) throw unlabelledRoute();
    const request = context.switchToHttp().getRequest<AskedBy & { headers: { authorization?: string } }>();
    if (asksInPublic(callers, request.headers)) return true;
    await super.canActivate(context);
    if (request.user === undefined || !callers.includes(request.user.kind)) throw wrongKindOfToken();
    return true;
  }

  /** Passport's verdict. An error of the strategy is one of ours and goes on as it is. */
  override handleRequest<User = Principal>(error: unknown, principal: User | false): User {
    if (error instanceof Error) throw error;
    if (principal === false) throw unauthenticated();
    return principal;
  }
}
