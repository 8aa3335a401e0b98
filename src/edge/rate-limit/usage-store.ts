import { LRUCache } from 'lru-cache';
import { Injectable } from '@nestjs/common';
import { type SlidingWindow, SlidingWindowCounter } from './sliding-window-counter.js';
import { GUESS_SLOT_SECONDS, GUESS_WINDOW_SECONDS } from './guess-rule.js';
import { WINDOW_SECONDS } from './rate-limit-policy.js';

/** One key's uses, and the name under which processes share them. */
export interface UsageEntry {
  readonly key: string;
  readonly counter: SlidingWindowCounter;
  usedAt: number;
  /** Keyed hash of the key: no address leaves the process in clear. Made when it is first shared. */
  fingerprint?: string;
}

/**
 * The uses of many keys, in bounded memory: when it is full, the key that was asked about longest ago is forgotten.
 * What was shared of it is read back with its next use.
 */
export class UsageStore {
  private readonly entries: LRUCache<string, UsageEntry>;
  /** Those with uses that the others don't know of. No longer than the book: what is forgotten leaves it as well. */
  private readonly changed = new Set<UsageEntry>();

  constructor(
    private readonly window: SlidingWindow,
    maxKeys: number,
  ) {
    this.entries = new LRUCache({ max: maxKeys, dispose: (entry) => this.changed.delete(entry) });
  }

  get size(): number {
    return this.entries.size;
  }

  /** The key's uses; a key that was never used has none, and leaves no trace. */
  counterOf(key: string): SlidingWindowCounter {
    return this.entries.get(key)?.counter ?? new SlidingWindowCounter(this.window);
  }

  add(key: string, at: number): void {
    let entry = this.entries.get(key);
    if (entry === undefined) {
      entry = { key, counter: new SlidingWindowCounter(this.window), usedAt: at };
      this.entries.set(key, entry);
    }
    entry.counter.add(at);
    entry.usedAt = at;
    this.changed.add(entry);
  }

  /** Takes up to `max` of the entries that the others don't know all of, oldest change first. */
  takeChanged(max: number): UsageEntry[] {
    const taken: UsageEntry[] = [];
    for (const entry of this.changed) {
      if (taken.length === max) break;
      taken.push(entry);
      this.changed.delete(entry);
    }
    return taken;
  }

  /** The next turn is theirs again: they could not be shared, or the others may not have told all of theirs. */
  putBack(taken: readonly UsageEntry[]): void {
    for (const entry of taken) if (this.entries.peek(entry.key) === entry) this.changed.add(entry);
  }
}

/** Some 10 MB of heap when full. To push one key out of it takes a request for each of as many others. */
const MAX_KEYS = 20_000;

const REQUESTS: SlidingWindow = { seconds: WINDOW_SECONDS, slotSeconds: 10 };
const CODES: SlidingWindow = { seconds: GUESS_WINDOW_SECONDS, slotSeconds: GUESS_SLOT_SECONDS };

/** What this process has counted, and read back of the others. */
@Injectable()
export class UsageStores {
  /** Requests let in, by each policy and its subject. */
  readonly requests = new UsageStore(REQUESTS, MAX_KEYS);
  /** Codes that were checked: `hit` and `miss`, by the same. */
  readonly codes = new UsageStore(CODES, MAX_KEYS);
}
