/** Injection token for `WebhookOptions`. */
export const WEBHOOK_OPTIONS = Symbol('webhook options');

/** Webhook settings that depend on the deployment. */
export interface WebhookOptions {
  /** Hosts that are exempt from the rules for addresses, each `host:port`. */
  readonly allow: readonly string[];
  /** The waits between attempts. */
  readonly retrySeconds: readonly number[];
  /** The time limit of one call, from the lookup of the name to the end of the response. */
  readonly timeoutMs: number;
}

export const WEBHOOK_TIMEOUT_MS = 15_000;
