import { LRUCache } from 'lru-cache';
import { Injectable } from '@nestjs/common';
import { type SlidingWindow, SlidingWindowCounter } from './sliding-window-counter.js';
import { GUESS_SLOT_SECONDS, GUESS_WINDOW_SECONDS } from './guess-rule.js';
import { WINDOW_SECONDS } from './rate-limit-policy.js';

/** The counter of one key, and its name in the shared table. */
export interface UsageEntry {
  readonly key: string;
  readonly counter: SlidingWindowCounter;
  usedAt: number;
  /**
   * A keyed hash of the key, so that no address leaves the process in clear text. Computed when the entry is first
   * shared.
   */
  fingerprint?: string;
}

/**
 * The counters of many keys in bounded memory. When it is full, the least recently used key is evicted; its shared uses
 * are read back with its next use.
 */
export class UsageStore {
  private readonly entries: LRUCache<string, UsageEntry>;
  /** The entries with uses that have not been shared. Evicted entries are removed, so it never exceeds the store. */
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

  /** Returns the counter of a key. For an unknown key it is a new one that is not stored. */
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

  /** Takes up to `max` entries with unshared uses, oldest change first. */
  takeChanged(max: number): UsageEntry[] {
    const taken: UsageEntry[] = [];
    for (const entry of this.changed) {
      if (taken.length === max) break;
      taken.push(entry);
      this.changed.delete(entry);
    }
    return taken;
  }

  /** Returns entries to the queue: they could not be shared, or other processes may not have shared theirs yet. */
  putBack(taken: readonly UsageEntry[]): void {
    for (const entry of taken) if (this.entries.peek(entry.key) === entry) this.changed.add(entry);
  }
}

/** About 10 MB of heap when full. A key is evicted only after requests for as many other keys. */
const MAX_KEYS = 20_000;

const REQUESTS: SlidingWindow = { seconds: WINDOW_SECONDS, slotSeconds: 10 };
const CODES: SlidingWindow = { seconds: GUESS_WINDOW_SECONDS, slotSeconds: GUESS_SLOT_SECONDS };

/** The counts of this process, merged with those of other processes. */
@Injectable()
export class UsageStores {
  /** Allowed requests by policy and subject. */
  readonly requests = new UsageStore(REQUESTS, MAX_KEYS);
  /** Checked codes: `hit` and `miss` by policy and subject. */
  readonly codes = new UsageStore(CODES, MAX_KEYS);
}
