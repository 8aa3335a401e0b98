import { decodeProtectedHeader } from 'jose';

/** The longest token or key that is parsed. Reverse proxies limit headers to this size, too. */
const MAX_LENGTH = 8192;
const BEARER = /^Bearer +(\S+)$/i;

interface WithHeaders {
  readonly headers: { readonly authorization?: string | undefined };
}

/**
 * Returns the credential after `Bearer` in the Authorization header (RFC 6750, section 2.1), or null. Replaces
 * passport-jwt's extractor, whose pattern is not anchored: its cost grows with the square of the header's length, and a
 * 16 kB header without a space stopped the process for seconds.
 */
export function bearerToken({ headers: { authorization } }: WithHeaders): string | null {
  if (authorization === undefined || authorization.length > MAX_LENGTH) return null;
  return BEARER.exec(authorization)?.[1] ?? null;
}

/**
 * Returns true when a token has a critical header (`crit`), or no readable header at all. We support no critical
 * extensions, not even `b64`, so such a token must be rejected (RFC 7515, section 4.1.11); jsonwebtoken ignores `crit`,
 * and jose accepts `b64`.
 */
export function hasCriticalHeader(token: string): boolean {
  try {
    return Object.hasOwn(decodeProtectedHeader(token), 'crit');
  } catch {
    return true;
  }
}
