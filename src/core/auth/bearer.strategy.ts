import passport from 'passport';
import { bearerToken } from './bearer-token.js';
import type { Principal } from './principal.js';

type Done = (error: unknown, principal?: Principal | false | null) => void;

/** A Passport strategy that verifies the bearer credential of a request with a callback. */
export class BearerStrategy extends passport.Strategy {
  constructor(private readonly verify: (token: string, done: Done) => void) {
    super();
  }

  override authenticate(request: Parameters<typeof bearerToken>[0]): void {
    const token = bearerToken(request);
    if (token === null) {
      this.fail(401);
      return;
    }
    this.verify(token, (error, principal) => {
      if (error !== null && error !== undefined) this.error(error);
      else if (principal) this.success(principal);
      else this.fail(401);
    });
  }
}
