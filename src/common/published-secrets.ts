/**
 * Every secret that this repository contains or has ever contained, in a default, an example, a benchmark or a test.
 * Anybody could sign tokens or unseal data with them. `test/contract/install.spec.ts` finds one that is missing here.
 */
const PUBLISHED: ReadonlySet<string> = new Set([
  'a-secret-for-development-only-0123456789',
  'service-password-for-development',
  'owner-password-for-development',
  'a-bench-secret-of-at-least-32-characters',
  'a-test-secret-of-at-least-32-characters',
  'another-secret-of-at-least-32-characters',
  'a-secret-of-at-least-thirty-two-characters',
  'another-secret-of-at-least-thirty-two-chars',
  'telling-jwt-secret-of-at-least-32-characters',
  'telling-data-key-of-at-least-32-characters',
  'the-secret-of-the-service-under-browser-test',
  'nothing is signed with this, or checked',
]);

/**
 * The minimum number of distinct characters in a secret. 32 random hex digits have fewer than 8 about once in millions
 * of draws.
 */
const MIN_DISTINCT_CHARACTERS = 8;

/** Returns true when the text is published in this repository, ignoring quotes and spaces copied with it. */
export const isPublished = (text: string): boolean =>
  PUBLISHED.has(text.replace(/^[\s"']+|[\s"']+$/g, '').toLowerCase());

/** Returns true for a secret that is published or consists of too few distinct characters. */
export const isPublishedSecret = (secret: string): boolean =>
  isPublished(secret) || new Set(secret).size < MIN_DISTINCT_CHARACTERS;
