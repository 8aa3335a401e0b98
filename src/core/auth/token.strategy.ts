import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { createSecretKey } from 'node:crypto';
import { Strategy, type StrategyOptionsWithoutRequest } from 'passport-jwt';
import { AUTH_OPTIONS, type AuthOptions, LEEWAY_SECONDS } from './auth-options.js';
import { bearerToken, hasCriticalHeader } from './bearer-token.js';
import { type Claims, principalOf } from './claims.js';
import type { Principal } from './principal.js';

export const TOKEN_STRATEGY = 'token';

/** Verifies tokens that are signed with the secret: HS256 only, our issuer, not expired. */
@Injectable()
export class TokenStrategy extends PassportStrategy(Strategy, TOKEN_STRATEGY) {
  constructor(@Inject(AUTH_OPTIONS) { secret, issuer }: AuthOptions) {
    // Converted once. passport-jwt would convert a string for every request, at thirty times the cost.
    const key = secret === undefined ? undefined : createSecretKey(Buffer.from(secret));
    const options: StrategyOptionsWithoutRequest = {
      jwtFromRequest: bearerToken,
      secretOrKeyProvider: (_request, token: string, done) => {
        if (key === undefined) done('no secret');
        else if (hasCriticalHeader(token)) done('an extension');
        else done(null, key as unknown as string);
      },
      algorithms: ['HS256'],
      issuer,
    };
    // The only way to set a leeway. The type marks the option as deprecated because of its `issuer` and `algorithms`.
    super(Object.assign(options, { jsonWebTokenOptions: { clockTolerance: LEEWAY_SECONDS } }));
  }

  /**
   * Returns the principal.
   * @returns false, which Passport treats as a rejection, when the claims are invalid
   */
  validate(claims: Claims): Principal | false {
    return principalOf(claims) ?? false;
  }
}
