import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { ApiKeyVerifier } from '../../core/auth/api-key-verifier.js';
import type { ApiKeyPrincipal } from '../../core/auth/principal.js';
import { Clock } from '../../core/clock.js';
import { keyClaimOf } from './api-key-text.js';
import { ApiKeyQuery } from './api-key.query.js';
import { KeyUsageService } from './key-usage.service.js';

/** For how long a key that was good passes where strange ones are not looked up, and how many of them. */
const FAMILIAR_MS = 3_600_000;
const MAX_FAMILIAR = 10_000;

/** Knows keys by what is stored of them, looked up with every request, so that a revocation counts at once. */
@Injectable()
export class StoredKeyVerifierService extends ApiKeyVerifier {
  /** Hashes of keys that were good, by their last use here. They get nobody in. */
  private readonly familiar = new LRUCache<string, true>({ max: MAX_FAMILIAR, ttl: FAMILIAR_MS });

  constructor(
    private readonly query: ApiKeyQuery,
    private readonly usage: KeyUsageService,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async principalOf(text: string): Promise<ApiKeyPrincipal | undefined> {
    const claim = keyClaimOf(text);
    if (claim === undefined) return undefined;
    const at = this.clock.now();
    const key = await this.query.goodByHash(claim, at, this.isStrange(text));
    if (key === undefined) {
      this.familiar.delete(claim.secretHash);
      return undefined;
    }
    this.familiar.set(claim.secretHash, true);
    const principal = {
      kind: 'api_key',
      keyId: key.id,
      tenantId: claim.tenantId,
      scopes: key.scopes,
    } as const;
    this.usage.note(principal, key.last_used_at, at);
    return principal;
  }

  override isStrange(text: string): boolean {
    const claim = keyClaimOf(text);
    return claim !== undefined && !this.familiar.has(claim.secretHash);
  }
}
