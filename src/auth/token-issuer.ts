import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { AUTH_OPTIONS, type AuthOptions } from './auth-options.js';
import type { Audience } from './principal.js';

/** Whom a token speaks for. A platform's token has no tenant. */
export interface TokenSubject {
  readonly audience: Audience;
  readonly subject: string;
  readonly tenantId?: string;
}

/** Signs tokens with the local secret: for the command line, the demo and tests. In production the platform signs. */
@Injectable()
export class TokenIssuer {
  private readonly jwt = new JwtService();

  constructor(@Inject(AUTH_OPTIONS) private readonly options: AuthOptions) {}

  /** @param ttl seconds, or a span such as `1h` */
  issue({ audience, subject, tenantId }: TokenSubject, ttl: number | string = '12h'): string {
    const claims = tenantId === undefined ? {} : { tenant_id: tenantId };
    return this.jwt.sign(claims, {
      secret: this.options.secret,
      algorithm: 'HS256',
      issuer: this.options.issuer,
      audience,
      subject,
      expiresIn: ttl as never,
    });
  }
}
