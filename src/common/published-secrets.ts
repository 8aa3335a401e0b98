/**
 * Every secret that this repository holds or has ever held, in a default, an example, a measurement or a test: whoever reads
 * it could sign tokens and open what is sealed. `test/contract/install.spec.ts` finds one that is missing here.
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

/** A secret that was made by chance has more of them: of 32 hexadecimal digits, 8 others or more but once in millions. */
const MIN_DISTINCT_CHARACTERS = 8;

/** Whether a text stands in this repository, whatever stands around it where it was copied from. */
export const isPublished = (text: string): boolean =>
  PUBLISHED.has(text.replace(/^[\s"']+|[\s"']+$/g, '').toLowerCase());

/** Whether a secret is none: it is published, or made of few characters. */
export const isPublishedSecret = (secret: string): boolean =>
  isPublished(secret) || new Set(secret).size < MIN_DISTINCT_CHARACTERS;
