import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Metrics } from '../metrics/metrics.js';
import { SUSPECTED_ADDRESS_LIMIT } from './guess-rule.js';
import { GuessWatch } from './guess-watch.js';
import { PUBLIC_LIMIT } from './rate-limit-options.js';
import type { Policy, Standing } from './standing.js';
import { UsageBooks } from './usage-books.js';

/** What all callers together may ask of one tenant, in limits of an address. */
const ADDRESSES_OF_A_TENANT = 10;

/** Counts what is asked in public, and says when it is too much. Between two lines of it nothing else runs: it is exact. */
@Injectable()
export class PublicLimiter {
  constructor(
    @Inject(PUBLIC_LIMIT) private readonly publicLimit: number,
    private readonly books: UsageBooks,
    private readonly watch: GuessWatch,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  get isOn(): boolean {
    return this.publicLimit > 0;
  }

  /** Counts one request, if the limit lets it in; a refused one does not count. */
  take(policy: Policy, subject: string): Standing {
    const at = this.clock.now().getTime();
    const limit = this.limitOf(policy, subject, at);
    const key = `${policy} ${subject}`;
    const used = this.books.requests.countOf(key).total(at);
    const allowed = used < limit;
    if (allowed) this.books.requests.add(key, at);
    else this.metrics.countRateLimited(policy);
    const count = this.books.requests.countOf(key);
    const wait = allowed ? count.millisecondsUntilEmpty(at) : count.millisecondsUntilBelow(limit, at);
    return {
      policy,
      allowed,
      limit,
      remaining: Math.max(limit - used - 1, 0),
      resetSeconds: Math.ceil(wait / 1000),
    };
  }

  private limitOf(policy: Policy, subject: string, at: number): number {
    if (policy === 'tenant') return this.publicLimit * ADDRESSES_OF_A_TENANT;
    return this.watch.isSuspected('address', subject, at)
      ? Math.min(SUSPECTED_ADDRESS_LIMIT, this.publicLimit)
      : this.publicLimit;
  }
}
