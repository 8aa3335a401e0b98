import { Injectable } from '@nestjs/common';
import { ApiKeyVerifier } from '../auth/api-key-verifier.js';
import type { ApiKeyPrincipal } from '../auth/principal.js';
import { Clock } from '../common/clock.js';
import { keyClaimOf } from './api-key-text.js';
import { ApiKeyQuery } from './api-key.query.js';
import { KeyUsage } from './key-usage.service.js';

/** Knows keys by what is stored of them. Nothing is remembered between requests, so that a revocation counts at once. */
@Injectable()
export class StoredKeyVerifier extends ApiKeyVerifier {
  constructor(
    private readonly query: ApiKeyQuery,
    private readonly usage: KeyUsage,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async principalOf(text: string): Promise<ApiKeyPrincipal | undefined> {
    const claim = keyClaimOf(text);
    if (claim === undefined) return undefined;
    const at = this.clock.now();
    const key = await this.query.goodByHash(claim, at);
    if (key === undefined) return undefined;
    const principal = {
      kind: 'api_key',
      keyId: key.id,
      tenantId: claim.tenantId,
      scopes: key.scopes,
    } as const;
    this.usage.note(principal, key.last_used_at, at);
    return principal;
  }
}
