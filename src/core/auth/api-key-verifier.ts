import type { ApiKeyPrincipal } from './principal.js';

/** Verifies the API keys of tenants. An interface implemented by room `tenant`, so that this room need not import it. */
export abstract class ApiKeyVerifier {
  /**
   * Looks up a key.
   * @returns undefined for text that is not a key, or a key that is not active
   * @throws DomainError `database_unavailable`
   */
  abstract principalOf(key: string): Promise<ApiKeyPrincipal | undefined>;

  /** Returns true for text in the format of a key that this process has not verified recently. */
  abstract isUnverified(key: string): boolean;
}
