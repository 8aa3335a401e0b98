/** The window for counting hits and misses. Each counts distinct codes. */
export const GUESS_WINDOW_SECONDS = 600;
/** The length of a slot within the window. */
export const GUESS_SLOT_SECONDS = 60;
/** The longest time that a code is counted: its slot and the window after it. */
export const GUESS_COUNTED_SECONDS = GUESS_WINDOW_SECONDS + GUESS_SLOT_SECONDS;
/** More misses than a person makes by mistyping. */
const SUSPICIOUS_MISSES = 20;
/** People mostly submit codes that exist; guesses mostly don't. */
const SUSPICIOUS_RATIO = 0.8;

/** The requests per minute that an address may send while it is suspected. */
export const SUSPECTED_ADDRESS_LIMIT = 10;
/** The delay of every answer about a tenant's codes while they are being guessed, for hits and misses alike. */
export const SUSPECTED_TENANT_DELAY_MS = 300;

/** Returns true when these counts look like somebody who is guessing codes. */
export const looksLikeGuessing = (hits: number, misses: number): boolean =>
  misses >= SUSPICIOUS_MISSES && misses > SUSPICIOUS_RATIO * (hits + misses);
