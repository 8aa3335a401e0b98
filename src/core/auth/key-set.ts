import {
  createLocalJWKSet,
  errors,
  type FlattenedJWSInput,
  type JSONWebKeySet,
  type JWSHeaderParameters,
} from 'jose';
import type { Clock } from '../clock.js';
import { keysUnavailable } from './auth.errors.js';

type Keys = ReturnType<typeof createLocalJWKSet>;
type Key = Awaited<ReturnType<Keys>>;

const MINUTE_MS = 60_000;
/** The longest time for which a key is still accepted after its removal from the set. */
const FRESH_MS = 10 * MINUTE_MS;
/** The time that known keys stay valid while the set can't be fetched. */
const STALE_LIMIT_MS = 24 * 60 * MINUTE_MS;
/** The time between two fetches while some keys are known; strangers can invent any number of `kid`s. */
const COOLDOWN_MS = MINUTE_MS;
/** The time between two fetches while no key is known. */
const RETRY_MS = 5_000;
const TIMEOUT_MS = 5_000;

/**
 * Caches the public keys of a JWKS URL (RFC 7517). Used instead of jose's remote set, which repeats the request for
 * every token while the URL does not answer, and drops its keys when they are ten minutes old.
 */
export class KeySet {
  private known: { readonly keys: Keys; readonly at: number } | undefined;
  private attemptedAt = -Infinity;
  private fetching: Promise<void> | undefined;
  /** The error of the last fetch; undefined when it succeeded. */
  private failure: unknown;

  constructor(
    private readonly url: string,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns the key that a token names. For an unknown `kid` the set is fetched again, at most once a minute.
   * @throws DomainError `keys_unavailable` when the set can't be fetched and the key is not known, or a JOSEError
   */
  async keyFor(header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<Key> {
    if (this.age() > FRESH_MS) await this.refresh();
    try {
      return await this.usableKeys()(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await this.refresh();
      // Without the current set it is unknown whether the key is in it.
      if (this.failure !== undefined) throw keysUnavailable(this.failure);
      return this.usableKeys()(header, token);
    }
  }

  private age(): number {
    return this.clock.now().getTime() - (this.known?.at ?? -Infinity);
  }

  private usableKeys(): Keys {
    if (this.known === undefined || this.age() > STALE_LIMIT_MS) throw keysUnavailable(this.failure);
    return this.known.keys;
  }

  /** Fetches the set unless that was tried just now. Concurrent callers share one fetch. */
  private async refresh(): Promise<void> {
    const now = this.clock.now().getTime();
    const pause = this.age() > STALE_LIMIT_MS ? RETRY_MS : COOLDOWN_MS;
    if (this.fetching === undefined && now - this.attemptedAt >= pause) {
      this.attemptedAt = now;
      this.fetching = this.fetchKeys(now).finally(() => (this.fetching = undefined));
    }
    await this.fetching;
  }

  private async fetchKeys(at: number): Promise<void> {
    try {
      // A redirect could serve keys from a host that the operator did not configure.
      const answer = await fetch(this.url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (answer.status !== 200) throw new Error(`The JWKS URL returned status ${answer.status}.`);
      this.known = { keys: createLocalJWKSet((await answer.json()) as JSONWebKeySet), at };
      this.failure = undefined;
    } catch (error) {
      this.failure = error;
    }
  }
}
