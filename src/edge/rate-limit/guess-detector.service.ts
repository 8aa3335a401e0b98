import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '../../core/clock.js';
import { Metrics } from '../../core/metrics/metrics.js';
import { isSlug } from '../../tenant/slug.js';
import { GuessAlarmService } from './guess-alarm.service.js';
import {
  GUESS_COUNTED_SECONDS,
  GUESS_WINDOW_SECONDS,
  looksLikeGuessing,
  SUSPECTED_TENANT_DELAY_MS,
} from './guess-rule.js';
import { type PublicPolicy, RATE_LIMITS, type RateLimits } from './rate-limit-policy.js';
import { UsageStores } from './usage-store.js';

const MAX_ALARMS = 10_000;
/** A code is evicted only after this many others, which raise the alarm long before that. */
const MAX_CODES = 20_000;
/** The number of characters of a submitted code that are kept. */
const MAX_CODE_LENGTH = 64;

/** A code that somebody submitted. */
export interface CheckedCode {
  /** The kind of code and its normalized text: different spellings of a code are the same code. */
  readonly code: string;
  /** True for any outcome other than `invalid_code`, even if the code could not be used. */
  readonly hit: boolean;
}

/** A public request that checked codes of a tenant. */
export interface CodeCheck {
  /** The network as `clientNetwork` returns it. */
  readonly address: string;
  readonly slug: string;
  readonly codes: readonly CheckedCode[];
}

/**
 * Detects that codes are being guessed by one address or at one tenant, and raises one alarm for as long as the guessing
 * lasts. Each code counts once: repeating a valid code does not hide guesses, and an expired code in a newsletter raises no
 * alarm.
 */
@Injectable()
export class GuessDetectorService {
  /** The time at which each alarm was last active. */
  private readonly alarms = new LRUCache<string, number>({ max: MAX_ALARMS });
  /** The time at which each code was last counted for each subject. Each process counts a code once. */
  private readonly counted = new LRUCache<string, number>({ max: MAX_CODES });

  constructor(
    @Inject(RATE_LIMITS) private readonly limits: RateLimits,
    private readonly stores: UsageStores,
    private readonly alarm: GuessAlarmService,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts the codes that a public response reveals. An unknown slug is counted like a known one: a delay for tenants
   * only would reveal which slugs exist.
   * @returns the delay of the response in milliseconds. The caller has to apply it while it holds no connection or
   *   lock.
   */
  record({ address, slug, codes }: CodeCheck): number {
    for (const { hit } of codes) this.metrics.countCodeCheck(hit);
    if (this.limits.public === 0 || codes.length === 0 || !isSlug(slug)) return 0;
    const at = this.clock.now().getTime();
    for (const code of codes) {
      this.count(code, 'address', address, at);
      this.count(code, 'tenant', slug, at);
    }
    this.raiseIfNew('address', address, slug, at);
    this.raiseIfNew('tenant', slug, slug, at);
    return this.isSuspected('tenant', slug, at) ? SUSPECTED_TENANT_DELAY_MS : 0;
  }

  private count({ code, hit }: CheckedCode, policy: PublicPolicy, subject: string, at: number): void {
    const key = keyOf(hit, policy, subject);
    const seen = `${key} ${code.slice(0, MAX_CODE_LENGTH)}`;
    if (at < (this.counted.get(seen) ?? -Infinity) + GUESS_COUNTED_SECONDS * 1000) return;
    this.counted.set(seen, at);
    this.stores.codes.add(key, at);
  }

  /** Returns true while the counts of the window look like guessing, so a suspicion ends by itself. */
  isSuspected(policy: PublicPolicy, subject: string, at: number): boolean {
    return looksLikeGuessing(
      this.countOf(true, policy, subject, at),
      this.countOf(false, policy, subject, at),
    );
  }

  private countOf(hit: boolean, policy: PublicPolicy, subject: string, at: number): number {
    return this.stores.codes.counterOf(keyOf(hit, policy, subject)).total(at);
  }

  private raiseIfNew(policy: PublicPolicy, subject: string, slug: string, at: number): void {
    if (!this.isSuspected(policy, subject, at)) return;
    const key = `${policy} ${subject}`;
    const lastSeen = this.alarms.get(key);
    this.alarms.set(key, at);
    if (lastSeen !== undefined && at - lastSeen <= GUESS_WINDOW_SECONDS * 1000) return;
    const [hits, misses] = [true, false].map((hit) => this.countOf(hit, policy, subject, at));
    this.alarm.raise({ policy, subject, slug, hits: hits ?? 0, misses: misses ?? 0, at: new Date(at) });
  }
}

const keyOf = (hit: boolean, policy: PublicPolicy, subject: string): string =>
  `${hit ? 'hit' : 'miss'} ${policy} ${subject}`;
