/** Token of `WebhookOptions`. */
export const WEBHOOK_OPTIONS = Symbol('webhook options');

/** What an operator can set. */
export interface WebhookOptions {
  /** Exceptions from the rules for addresses, each `host:port`. */
  readonly allow: readonly string[];
  /** The waits between tries. */
  readonly retrySeconds: readonly number[];
  /** What one call may take, from looking up the name to the end of the answer. */
  readonly timeoutMs: number;
}

export const WEBHOOK_TIMEOUT_MS = 15_000;
