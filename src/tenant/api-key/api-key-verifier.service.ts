import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { ApiKeyVerifier } from '../../core/auth/api-key-verifier.js';
import type { ApiKeyPrincipal } from '../../core/auth/principal.js';
import { Clock } from '../../core/clock.js';
import { parseApiKey } from './api-key-format.js';
import { ApiKeyQuery } from './api-key.query.js';
import { ApiKeyUsageService } from './api-key-usage.service.js';

/** The time for which a verified key bypasses the limit on failed look-ups. */
const VERIFIED_MS = 3_600_000;
/** The maximum number of verified keys that are remembered. */
const MAX_VERIFIED = 10_000;

/**
 * Verifies keys against the stored hashes. Keys are looked up with every request, so that a revocation takes effect at
 * once.
 */
@Injectable()
export class ApiKeyVerifierService extends ApiKeyVerifier {
  /** Hashes of recently verified keys. They don't grant access. */
  private readonly verified = new LRUCache<string, true>({ max: MAX_VERIFIED, ttl: VERIFIED_MS });

  constructor(
    private readonly query: ApiKeyQuery,
    private readonly usage: ApiKeyUsageService,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async principalOf(text: string): Promise<ApiKeyPrincipal | undefined> {
    const claim = parseApiKey(text);
    if (claim === undefined) return undefined;
    const at = this.clock.now();
    const key = await this.query.activeByHash(claim, at, this.isUnverified(text));
    if (key === undefined) {
      this.verified.delete(claim.secretHash);
      return undefined;
    }
    this.verified.set(claim.secretHash, true);
    const principal = {
      kind: 'api_key',
      keyId: key.id,
      tenantId: claim.tenantId,
      scopes: key.scopes,
    } as const;
    this.usage.record(principal, key.last_used_at, at);
    return principal;
  }

  override isUnverified(text: string): boolean {
    const claim = parseApiKey(text);
    return claim !== undefined && !this.verified.has(claim.secretHash);
  }
}
