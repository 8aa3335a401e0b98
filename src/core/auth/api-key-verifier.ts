import type { ApiKeyPrincipal } from './principal.js';

/** Knows the API keys of tenants. The room that keeps them implements it, so that this one need not know it. */
export abstract class ApiKeyVerifier {
  /**
   * @returns undefined for what is no key, or none that is good now
   * @throws DomainError `database_unavailable`
   */
  abstract principalOf(key: string): Promise<ApiKeyPrincipal | undefined>;

  /** True for a text that could be a key, and was not found to be a good one in this process lately. */
  abstract isUnverified(key: string): boolean;
}
