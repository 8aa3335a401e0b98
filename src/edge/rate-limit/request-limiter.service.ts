import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock.js';
import { Metrics } from '../../core/metrics/metrics.js';
import { SUSPECTED_ADDRESS_LIMIT } from './guess-rule.js';
import { GuessWatchService } from './guess-watch.service.js';
import { RATE_LIMITS, type RateLimits } from './rate-limit-options.js';
import type { Policy, Standing } from './standing.js';
import { UsageBooks } from './usage-book.js';

/** What all callers together may ask of one tenant in public, in limits of an address. */
const ADDRESSES_OF_A_TENANT = 10;
/** One customer may ask a tenth of what all of a tenant's may, and so much at the least. */
const SHARE_OF_A_CUSTOMER = 10;
const FEWEST_OF_A_CUSTOMER = 120;

/** Counts what is asked, and says when it is too much. Between two lines of it nothing else runs: it is exact. */
@Injectable()
export class RequestLimiterService {
  constructor(
    @Inject(RATE_LIMITS) private readonly limits: RateLimits,
    private readonly books: UsageBooks,
    private readonly watch: GuessWatchService,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  /** Whether there is a limit of that kind. */
  hasLimit(policy: Policy): boolean {
    return (policy === 'token' ? this.limits.tenant : this.limits.public) > 0;
  }

  /** Counts one request, if the limit lets it in; a refused one does not count. */
  take(policy: Policy, subject: string): Standing {
    const at = this.clock.now().getTime();
    const limit = this.limitOf(policy, subject, at);
    const key = keyOf(policy, subject);
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

  /** Whether nothing is left of a limit. Counts nothing. */
  isUsedUp(policy: Policy, subject: string): boolean {
    const at = this.clock.now().getTime();
    return this.books.requests.countOf(keyOf(policy, subject)).total(at) >= this.limitOf(policy, subject, at);
  }

  private limitOf(policy: Policy, subject: string, at: number): number {
    switch (policy) {
      case 'token':
        return this.limits.tenant;
      case 'customer':
        return Math.min(
          this.limits.tenant,
          Math.max(this.limits.tenant / SHARE_OF_A_CUSTOMER, FEWEST_OF_A_CUSTOMER),
        );
      case 'tenant':
        return this.limits.public * ADDRESSES_OF_A_TENANT;
      case 'credentials':
        return this.limits.public;
      case 'address':
        return this.watch.isSuspected(policy, subject, at)
          ? Math.min(SUSPECTED_ADDRESS_LIMIT, this.limits.public)
          : this.limits.public;
    }
  }
}

const keyOf = (policy: Policy, subject: string): string => `${policy} ${subject}`;
