import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { SettingsError } from '../../common/env.js';
import { AUTH_OPTIONS, type AuthOptions } from './auth-options.js';
import type { Audience } from './principal.js';

/** The subject of a token. A platform token has no tenant. */
export interface TokenSubject {
  readonly audience: Audience;
  readonly subject: string;
  readonly tenantId?: string;
}

/** Signs tokens with the local secret, for the command line, the demo and tests. In production the platform signs. */
@Injectable()
export class TokenIssuerService {
  private readonly jwt = new JwtService();

  constructor(@Inject(AUTH_OPTIONS) private readonly options: AuthOptions) {}

  /**
   * Signs a token.
   * @param ttl seconds, or a span such as `1h`
   * @throws SettingsError when there is no local secret because the platform signs with its own keys
   */
  issue({ audience, subject, tenantId }: TokenSubject, ttl: number | string = '12h'): string {
    const { secret, issuer } = this.options;
    if (secret === undefined) throw new SettingsError('JWT_SECRET: is required to sign tokens.');
    const claims = tenantId === undefined ? {} : { tenant_id: tenantId };
    return this.jwt.sign(claims, {
      secret,
      algorithm: 'HS256',
      issuer,
      audience,
      subject,
      expiresIn: ttl as never,
    });
  }
}
