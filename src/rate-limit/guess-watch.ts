import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { setTimeout as sleep } from 'node:timers/promises';
import { Clock } from '../common/clock.js';
import { Metrics } from '../metrics/metrics.js';
import { isSlug } from '../tenant/slug.js';
import { GuessAlarm } from './guess-alarm.js';
import { GUESS_WINDOW_SECONDS, looksLikeGuessing, SUSPECTED_TENANT_DELAY_MS } from './guess-rule.js';
import { PUBLIC_LIMIT } from './rate-limit-options.js';
import type { Policy } from './standing.js';
import { UsageBooks } from './usage-books.js';

const MAX_ALARMS = 10_000;

/** Who asked whether codes are good, and about whose. */
export interface CodeCheck {
  /** As `clientNetwork` counts it. */
  readonly address: string;
  readonly slug: string;
  /** For each code that was brought: whether there is such a code. */
  readonly hits: readonly boolean[];
}

/** Sees codes being tried out, by one address or at one tenant, and says so once for as long as it lasts. */
@Injectable()
export class GuessWatch {
  /** When each alarm was last seen to be on. */
  private readonly alarms = new LRUCache<string, number>({ max: MAX_ALARMS });

  constructor(
    @Inject(PUBLIC_LIMIT) private readonly publicLimit: number,
    private readonly books: UsageBooks,
    private readonly alarm: GuessAlarm,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts what a public answer told of codes. A slug that is no tenant's counts like any other: a delay that only
   * tenants have would tell who is one.
   * @returns for how long the answer must be held back, in milliseconds
   */
  private record({ address, slug, hits }: CodeCheck): number {
    for (const hit of hits) this.metrics.countCode(hit);
    if (this.publicLimit === 0 || hits.length === 0 || !isSlug(slug)) return 0;
    const at = this.clock.now().getTime();
    for (const hit of hits) {
      this.books.codes.add(keyOf(hit, 'address', address), at);
      this.books.codes.add(keyOf(hit, 'tenant', slug), at);
    }
    this.raiseIfNew('address', address, slug, at);
    this.raiseIfNew('tenant', slug, slug, at);
    return this.isSuspected('tenant', slug, at) ? SUSPECTED_TENANT_DELAY_MS : 0;
  }

  /** The same, for who answers: what is held back is held back here. */
  async tell(check: CodeCheck): Promise<void> {
    const delay = this.record(check);
    if (delay > 0) await sleep(delay);
  }

  /** As long as what was counted in the last minutes looks like guessing, so it ends by itself. */
  isSuspected(policy: Policy, subject: string, at: number): boolean {
    return looksLikeGuessing(
      this.counted(true, policy, subject, at),
      this.counted(false, policy, subject, at),
    );
  }

  private counted(hit: boolean, policy: Policy, subject: string, at: number): number {
    return this.books.codes.countOf(keyOf(hit, policy, subject)).total(at);
  }

  private raiseIfNew(policy: Policy, subject: string, slug: string, at: number): void {
    if (!this.isSuspected(policy, subject, at)) return;
    const key = `${policy} ${subject}`;
    const lastSeen = this.alarms.get(key);
    this.alarms.set(key, at);
    if (lastSeen !== undefined && at - lastSeen <= GUESS_WINDOW_SECONDS * 1000) return;
    const [hits, misses] = [true, false].map((hit) => this.counted(hit, policy, subject, at));
    this.alarm.raise({ policy, subject, slug, hits: hits ?? 0, misses: misses ?? 0, at: new Date(at) });
  }
}

const keyOf = (hit: boolean, policy: Policy, subject: string): string =>
  `${hit ? 'hit' : 'miss'} ${policy} ${subject}`;
