import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { createSecretKey } from 'node:crypto';
import { ExtractJwt, Strategy, type StrategyOptionsWithoutRequest } from 'passport-jwt';
import { AUTH_OPTIONS, type AuthOptions } from './auth-options.js';
import { type Claims, principalOf } from './claims.js';
import type { Principal } from './principal.js';

export const TOKEN_STRATEGY = 'token';
const LEEWAY_SECONDS = 30;

/** Verifies bearer tokens of all audiences: HS256 and nothing else, our issuer, not expired. */
@Injectable()
export class TokenStrategy extends PassportStrategy(Strategy, TOKEN_STRATEGY) {
  constructor(@Inject(AUTH_OPTIONS) { secret, issuer }: AuthOptions) {
    const options: StrategyOptionsWithoutRequest = {
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // As a key object: made once. A string would be turned into a key for each request, at thirty times the cost.
      secretOrKey: createSecretKey(Buffer.from(secret)) as unknown as string,
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
