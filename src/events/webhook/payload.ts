/** An event as it is sent: that of the feed, and when it happened under the name that Standard Webhooks gives it. */
export interface Payload {
  readonly id: string;
  /** Null for a test, which has no place among the facts. */
  readonly sequence: number | null;
  readonly type: string;
  readonly created_at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The text that is signed and sent: the same at every try. */
export const payloadText = ({ id, sequence, type, created_at, data }: Payload): string =>
  JSON.stringify({ type, timestamp: created_at, data, id, sequence, created_at });
