import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock.js';
import { Metrics } from '../../core/metrics/metrics.js';
import { SUSPECTED_ADDRESS_LIMIT } from './guess-rule.js';
import { GuessDetectorService } from './guess-detector.service.js';
import {
  type RateLimitPolicy,
  RATE_LIMITS,
  type RateLimits,
  type RateLimitStatus,
} from './rate-limit-policy.js';
import { UsageStores } from './usage-store.js';

/** The public limit of a tenant, as a multiple of the limit of one address. */
const ADDRESSES_PER_TENANT = 10;
/** A customer may send a tenth of the tenant's limit, but no fewer than `MIN_CUSTOMER_LIMIT`. */
const CUSTOMERS_PER_TENANT = 10;
const MIN_CUSTOMER_LIMIT = 120;

/**
 * Counts requests and decides whether they are allowed. It runs synchronously, so within one process the count is
 * exact.
 */
@Injectable()
export class RequestLimiterService {
  constructor(
    @Inject(RATE_LIMITS) private readonly limits: RateLimits,
    private readonly stores: UsageStores,
    private readonly detector: GuessDetectorService,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  /** Returns true when a limit is configured for the policy. */
  hasLimit(policy: RateLimitPolicy): boolean {
    return (policy === 'token' ? this.limits.tenant : this.limits.public) > 0;
  }

  /** Counts a request if it is allowed. A rejected request does not count. */
  take(policy: RateLimitPolicy, subject: string): RateLimitStatus {
    const at = this.clock.now().getTime();
    const limit = this.limitOf(policy, subject, at);
    const key = keyOf(policy, subject);
    const used = this.stores.requests.counterOf(key).total(at);
    const allowed = used < limit;
    if (allowed) this.stores.requests.add(key, at);
    else this.metrics.countRateLimited(policy);
    const count = this.stores.requests.counterOf(key);
    const wait = allowed ? count.millisecondsUntilEmpty(at) : count.millisecondsUntilBelow(limit, at);
    return {
      policy,
      allowed,
      limit,
      remaining: Math.max(limit - used - 1, 0),
      resetSeconds: Math.ceil(wait / 1000),
    };
  }

  /** Returns true when nothing of the quota remains. Does not count a request. */
  isExhausted(policy: RateLimitPolicy, subject: string): boolean {
    const at = this.clock.now().getTime();
    return (
      this.stores.requests.counterOf(keyOf(policy, subject)).total(at) >= this.limitOf(policy, subject, at)
    );
  }

  private limitOf(policy: RateLimitPolicy, subject: string, at: number): number {
    switch (policy) {
      case 'token':
        return this.limits.tenant;
      case 'customer':
        return Math.min(
          this.limits.tenant,
          Math.max(this.limits.tenant / CUSTOMERS_PER_TENANT, MIN_CUSTOMER_LIMIT),
        );
      case 'tenant':
        return this.limits.public * ADDRESSES_PER_TENANT;
      case 'credentials':
        return this.limits.public;
      case 'address':
        return this.detector.isSuspected(policy, subject, at)
          ? Math.min(SUSPECTED_ADDRESS_LIMIT, this.limits.public)
          : this.limits.public;
    }
  }
}

const keyOf = (policy: RateLimitPolicy, subject: string): string => `${policy} ${subject}`;
