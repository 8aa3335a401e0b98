/**
 * The subject of a limit. Public requests are limited by `address`, and by the `tenant` that they name. Authenticated
 * requests are limited by the tenant of the `token`, and those of a customer also by `customer`. Failed authentications are
 * limited by address (`credentials`).
 */
export type RateLimitPolicy = 'address' | 'tenant' | 'token' | 'customer' | 'credentials';

/** The limits of public requests. Code guessing is also detected per address and per tenant. */
export type PublicPolicy = 'address' | 'tenant';

/** The state of a limit after a request. */
export interface RateLimitStatus {
  readonly policy: RateLimitPolicy;
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the whole quota is available again; for a rejected request, until the next one is allowed. */
  readonly resetSeconds: number;
}

export const WINDOW_SECONDS = 60;

/** Returns the headers of draft-ietf-httpapi-ratelimit-headers-10: the quota and its remaining part. */
export const rateLimitHeaders = ({
  policy,
  limit,
  remaining,
  resetSeconds,
}: RateLimitStatus): Record<string, string> => ({
  'ratelimit-policy': `"${policy}";q=${limit};w=${WINDOW_SECONDS}`,
  ratelimit: `"${policy}";r=${remaining};t=${resetSeconds}`,
});

/** The number of requests per minute. 0 means no limit. */
export interface RateLimits {
  /** For each address on public routes, and for failed authentications. 0 also turns off guess detection. */
  readonly public: number;
  /** For the tokens and keys of a tenant. Its customers have a quota of their own. */
  readonly tenant: number;
}

export const RATE_LIMITS = Symbol('rate limits');
