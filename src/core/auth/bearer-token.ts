import { decodeProtectedHeader } from 'jose';

/** The longest token or key that is looked at; a proxy in front passes no more in a header either. */
const MAX_LENGTH = 8192;
const BEARER = /^Bearer +(\S+)$/i;

interface WithHeaders {
  readonly headers: { readonly authorization?: string | undefined };
}

/**
 * Returns what stands after `Bearer` in the Authorization header (RFC 6750, section 2.1), or null. Takes the place of
 * passport-jwt's extractor, whose pattern is not anchored: its cost grows with the square of the header's length, and
 * 16 kB of a header without a blank stopped the process for seconds.
 */
export function bearerToken({ headers: { authorization } }: WithHeaders): string | null {
  if (authorization === undefined || authorization.length > MAX_LENGTH) return null;
  return BEARER.exec(authorization)?.[1] ?? null;
}

/**
 * Tells whether a token asks for an extension that its reader must understand. We understand none, not even `b64`, so one
 * whose header has `crit`, whatever it holds, is to be refused (RFC 7515 4.1.11); jsonwebtoken ignores it, jose knows `b64`.
 * What has no readable header counts as well: it is no token.
 */
export function hasCriticalHeader(token: string): boolean {
  try {
    return Object.hasOwn(decodeProtectedHeader(token), 'crit');
  } catch {
    return true;
  }
}
