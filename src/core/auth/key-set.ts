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
/** A key that was taken out of the set is refused after this time at the latest. */
const FRESH_MS = 10 * MINUTE_MS;
/** For how long known keys are good while the set can't be fetched. */
const STALE_LIMIT_MS = 24 * 60 * MINUTE_MS;
/** Between two fetches while there are keys to go by: strangers can make up as many `kid`s as they like. */
const COOLDOWN_MS = MINUTE_MS;
/** Between two fetches while there is none. */
const RETRY_MS = 5_000;
const TIMEOUT_MS = 5_000;

/**
 * The public keys at an address, kept in memory (RFC 7517). jose's own remote set is not used, because it asks again for
 * every token while the address does not answer, and forgets what it knew when that is ten minutes old.
 */
export class KeySet {
  private known: { readonly keys: Keys; readonly at: number } | undefined;
  private attemptedAt = -Infinity;
  private fetching: Promise<void> | undefined;
  /** Why the last fetch failed; undefined when it did not. */
  private failure: unknown;

  constructor(
    private readonly url: string,
    private readonly clock: Clock,
  ) {}

  /**
   * The key that a token names. An unknown one is looked for in a fresh set, at most once a minute.
   * @throws DomainError `keys_unavailable` when the set can't be fetched and the key is not known, or a JOSEError
   */
  async keyFor(header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<Key> {
    if (this.age() > FRESH_MS) await this.refresh();
    try {
      return await this.usableKeys()(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await this.refresh();
      // Of a set that nobody can see it is not known that the key is not in it.
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

  /** Fetches the set, unless that was tried just now. Whoever comes meanwhile waits for the same answer. */
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
      // A redirect would let the set come from where the operator did not say.
      const answer = await fetch(this.url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (answer.status !== 200) throw new Error(`The key set was answered with ${answer.status}.`);
      this.known = { keys: createLocalJWKSet((await answer.json()) as JSONWebKeySet), at };
      this.failure = undefined;
    } catch (error) {
      this.failure = error;
    }
  }
}
