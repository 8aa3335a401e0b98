import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { Clock } from '../clock.js';
import { DomainError } from '../../common/domain-error.js';
import { AUTH_OPTIONS, type AuthOptions, LEEWAY_SECONDS } from './auth-options.js';
import { keysUnavailable } from './auth.errors.js';
import { BearerStrategy } from './bearer.strategy.js';
import { principalOf } from './claims.js';
import { KeySet } from './key-set.js';
import type { Principal } from './principal.js';
import { hasCriticalHeader } from './bearer-token.js';

export const JWKS_STRATEGY = 'jwks';

/** Asymmetric algorithms only. With HS256 the public key, which everybody knows, would serve as a secret. */
const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];

/**
 * Verifies tokens that the platform signs with a private key, using the public keys at `JWT_JWKS_URL`. The key is
 * selected by the token's `kid`; other key references in the header (`jku`, `x5u`, `jwk`) are ignored.
 */
@Injectable()
export class JwksStrategy extends PassportStrategy(BearerStrategy, JWKS_STRATEGY) {
  private readonly keys: KeySet | undefined;

  constructor(
    @Inject(AUTH_OPTIONS) private readonly options: AuthOptions,
    private readonly clock: Clock,
  ) {
    super();
    const { jwksUrl } = options;
    this.keys = jwksUrl === undefined ? undefined : new KeySet(jwksUrl, clock);
  }

  /** @throws DomainError `keys_unavailable` */
  async validate(token: string): Promise<Principal | false> {
    if (this.keys === undefined) return false;
    try {
      return principalOf(await this.claimsOf(token, this.keys)) ?? false;
    } catch (error) {
      if (error instanceof errors.JOSEError) return false;
      if (error instanceof DomainError) throw error;
      throw keysUnavailable(error); // The named key can't be used: the key set is at fault, not the token.
    }
  }

  private async claimsOf(token: string, keys: KeySet): Promise<JWTPayload> {
    if (hasCriticalHeader(token)) throw new errors.JWSInvalid('an extension');
    const { payload } = await jwtVerify(token, (header, jws) => keys.keyFor(header, jws), {
      algorithms: ALGORITHMS,
      issuer: this.options.issuer,
      clockTolerance: LEEWAY_SECONDS,
      currentDate: this.clock.now(),
    });
    return payload;
  }
}
