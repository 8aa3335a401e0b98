import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ApiKeyStrategy } from './api-key.strategy.js';
import { AUTH_OPTIONS, type AuthOptions } from './auth-options.js';
import { JwksStrategy } from './jwks.strategy.js';
import { TokenIssuerService } from './token-issuer.service.js';
import { TokenStrategy } from './token.strategy.js';

/** Authentication: verifies tokens and API keys, and issues tokens. */
@Global()
@Module({})
export class AuthModule {
  static register(options: AuthOptions): DynamicModule {
    return {
      module: AuthModule,
      providers: [
        { provide: AUTH_OPTIONS, useValue: options },
        TokenStrategy,
        JwksStrategy,
        ApiKeyStrategy,
        TokenIssuerService,
      ],
      exports: [TokenIssuerService],
    };
  }
}
