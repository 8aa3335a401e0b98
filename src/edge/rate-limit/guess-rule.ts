/** Over how long hits and misses, each of another code, are counted. */
export const GUESS_WINDOW_SECONDS = 600;
/** Hits and misses are counted in slots of this length. */
export const GUESS_SLOT_SECONDS = 60;
/** For how long one is counted at the most: until the window behind the end of its slot is over. */
export const GUESS_COUNTED_SECONDS = GUESS_WINDOW_SECONDS + GUESS_SLOT_SECONDS;
/** A person who mistypes does not get there. */
const SUSPICIOUS_MISSES = 20;
/** People mostly bring a code that is one; guesses mostly are none. */
const SUSPICIOUS_RATIO = 0.8;

/** What an address asks for in a minute while it is suspected. */
export const SUSPECTED_ADDRESS_LIMIT = 10;
/** What each answer about a tenant's codes takes longer while they are guessed at, hits and misses alike. */
export const SUSPECTED_TENANT_DELAY_MS = 300;

/** Whether so many codes that were right and wrong look like somebody who tries them out. */
export const looksLikeGuessing = (hits: number, misses: number): boolean =>
  misses >= SUSPICIOUS_MISSES && misses > SUSPICIOUS_RATIO * (hits + misses);
