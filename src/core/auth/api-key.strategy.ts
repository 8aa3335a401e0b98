import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ApiKeyVerifier } from './api-key-verifier.js';
import { BearerStrategy } from './bearer.strategy.js';
import type { Principal } from './principal.js';

export const API_KEY_STRATEGY = 'api-key';

/** Authenticates a tenant's systems by API key. */
@Injectable()
export class ApiKeyStrategy extends PassportStrategy(BearerStrategy, API_KEY_STRATEGY) {
  constructor(private readonly keys: ApiKeyVerifier) {
    super();
  }

  /** @throws DomainError `database_unavailable` */
  async validate(key: string): Promise<Principal | false> {
    return (await this.keys.principalOf(key)) ?? false;
  }
}
