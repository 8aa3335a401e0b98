/** How much may be asked in a minute; 0: no limit. */
export interface RateLimits {
  /** By each address on public routes, and of failed authentications; 0: no alarm about guessed codes either. */
  readonly public: number;
  /** With tokens and keys of a tenant; its customers' tokens are counted apart. */
  readonly tenant: number;
}

export const RATE_LIMITS = Symbol('rate limits');
