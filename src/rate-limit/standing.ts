/** Whom a limit counts by. */
export type Policy = 'address' | 'tenant';

/** How a caller stands with a limit after a request. */
export interface Standing {
  readonly policy: Policy;
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until all of the limit is there again; of a request that was refused: until one is let in. */
  readonly resetSeconds: number;
}

export const WINDOW_SECONDS = 60;

/** The fields of draft-ietf-httpapi-ratelimit-headers-10: what is allowed, and what is left of it. */
export const rateLimitFields = ({
  policy,
  limit,
  remaining,
  resetSeconds,
}: Standing): Record<string, string> => ({
  'ratelimit-policy': `"${policy}";q=${limit};w=${WINDOW_SECONDS}`,
  ratelimit: `"${policy}";r=${remaining};t=${resetSeconds}`,
});
