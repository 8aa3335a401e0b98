import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { createSecretKey } from 'node:crypto';
import { Strategy, type StrategyOptionsWithoutRequest } from 'passport-jwt';
import { AUTH_OPTIONS, type AuthOptions, LEEWAY_SECONDS } from './auth-options.js';
import { bearerToken, hasCriticalHeader } from './bearer-token.js';
import { type Claims, principalOf } from './claims.js';
import type { Principal } from './principal.js';

export const TOKEN_STRATEGY = 'token';

/** Verifies bearer tokens of all audiences by the secret: HS256 and nothing else, our issuer, not expired. */
@Injectable()
export class TokenStrategy extends PassportStrategy(Strategy, TOKEN_STRATEGY) {
  constructor(@Inject(AUTH_OPTIONS) { secret, issuer }: AuthOptions) {
    // As a key object: made once. A string would be turned into a key for each request, at thirty times the cost.
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
    // The one way to set a leeway. Its type calls it deprecated, meaning what `issuer` and `algorithms` replaced in it.
    super(Object.assign(options, { jsonWebTokenOptions: { clockTolerance: LEEWAY_SECONDS } }));
  }

  /** @returns false, which passport takes as a refusal, when the claims make nobody */
  validate(claims: Claims): Principal | false {
    return principalOf(claims) ?? false;
  }
}
