/**
 * What a limit counts: public requests by their address, and by the tenant that they are about; requests with a token, by
 * the token's tenant, and those of a customer by the customer as well; and failed authentications, by their address.
 */
export type RateLimitPolicy = 'address' | 'tenant' | 'token' | 'customer' | 'credentials';

/** Those of the public, which codes are guessed under. */
export type PublicPolicy = 'address' | 'tenant';

/** How a caller stands with a limit after a request. */
export interface RateLimitStatus {
  readonly policy: RateLimitPolicy;
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until all of the limit is there again; of a request that was refused: until one is let in. */
  readonly resetSeconds: number;
}

export const WINDOW_SECONDS = 60;

/** The fields of draft-ietf-httpapi-ratelimit-headers-10: what is allowed, and what is left of it. */
export const rateLimitHeaders = ({
  policy,
  limit,
  remaining,
  resetSeconds,
}: RateLimitStatus): Record<string, string> => ({
  'ratelimit-policy': `"${policy}";q=${limit};w=${WINDOW_SECONDS}`,
  ratelimit: `"${policy}";r=${remaining};t=${resetSeconds}`,
});

/** How much may be asked in a minute; 0: no limit. */
export interface RateLimits {
  /** By each address on public routes, and of failed authentications; 0: no alarm about guessed codes either. */
  readonly public: number;
  /** With tokens and keys of a tenant; its customers' tokens are counted apart. */
  readonly tenant: number;
}

export const RATE_LIMITS = Symbol('rate limits');
