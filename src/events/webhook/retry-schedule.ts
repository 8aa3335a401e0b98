import { randomInt } from 'node:crypto';

/** What a receiver asks for is heeded up to a day. */
const MAX_ASKED_MS = 86_400_000;
/** Each wait is longer or shorter by up to this, so that what failed together does not come back together. */
const JITTER_PERCENT = 15;
const MAX_JITTER = JITTER_PERCENT * 100; // in hundredths of a percent

/**
 * How long to wait before the next try.
 * @param attempts how many there have been, from 1
 * @param retrySeconds the waits, one between each two tries
 * @param askedMs what the receiver asked for; never less than the schedule
 * @param draw an integer of [min, max)
 * @returns milliseconds; undefined when there is no further try
 */
export function waitAfter(
  attempts: number,
  retrySeconds: readonly number[],
  askedMs = 0,
  draw: (min: number, max: number) => number = randomInt,
): number | undefined {
  const seconds = retrySeconds[attempts - 1];
  if (seconds === undefined) return undefined;
  const jitter = draw(-MAX_JITTER, MAX_JITTER + 1) / 10_000;
  return Math.max(Math.round(seconds * 1000 * (1 + jitter)), askedMs);
}

/**
 * Reads `Retry-After` (RFC 9110): seconds, or a date.
 * @returns milliseconds from `now`, a day at most; 0 when it says nothing that can be read, or what is past
 */
export function retryAfterMs(header: string | undefined, now: Date): number {
  const text = header?.trim() ?? '';
  const asked = /^\d+$/.test(text) ? Number(text) * 1000 : httpDate(text) - now.getTime();
  return Math.min(Math.max(asked, 0), MAX_ASKED_MS) || 0;
}

/** The form that RFC 9110 has senders write; NaN for any other text. */
const httpDate = (text: string): number =>
  /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text) ? Date.parse(text) : NaN;
