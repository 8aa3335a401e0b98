import { randomInt } from 'node:crypto';

/** The maximum wait that a receiver can ask for: one day. */
const MAX_RETRY_AFTER_MS = 86_400_000;
/** Each wait varies by up to this, so that deliveries that failed together are not all attempted again at once. */
const JITTER_PERCENT = 15;
const MAX_JITTER = JITTER_PERCENT * 100; // in hundredths of a percent

/**
 * Returns the wait before the next attempt.
 * @param attempts the number of attempts so far, from 1
 * @param retrySeconds the waits between the attempts
 * @param retryAfterMs the wait that the receiver asked for. It can only lengthen the scheduled wait
 * @param draw returns a random integer in [min, max)
 * @returns milliseconds; undefined if there is no further attempt
 */
export function retryDelayMs(
  attempts: number,
  retrySeconds: readonly number[],
  retryAfterMs = 0,
  draw: (min: number, max: number) => number = randomInt,
): number | undefined {
  const seconds = retrySeconds[attempts - 1];
  if (seconds === undefined) return undefined;
  const jitter = draw(-MAX_JITTER, MAX_JITTER + 1) / 10_000;
  return Math.max(Math.round(seconds * 1000 * (1 + jitter)), retryAfterMs);
}

/**
 * Parses `Retry-After` (RFC 9110): seconds, or a date.
 * @returns milliseconds from `now`, one day at most; 0 if the value is invalid or in the past
 */
export function parseRetryAfter(header: string | undefined, now: Date): number {
  const text = header?.trim() ?? '';
  const asked = /^\d+$/.test(text) ? Number(text) * 1000 : parseHttpDate(text) - now.getTime();
  return Math.min(Math.max(asked, 0), MAX_RETRY_AFTER_MS) || 0;
}

/** Parses the date format that RFC 9110 requires of senders; NaN for any other text. */
const parseHttpDate = (text: string): number =>
  /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text) ? Date.parse(text) : NaN;
