import { decodeProtectedHeader } from 'jose';

/**
 * Tells whether a token asks for an extension that its reader must understand. We understand none, not even `b64`, so one
 * whose header has `crit`, whatever it holds, is to be refused (RFC 7515 4.1.11); jsonwebtoken ignores it, jose knows `b64`.
 * What has no readable header counts as well: it is no token.
 */
export function tokenHasExtension(token: string): boolean {
  try {
    return Object.hasOwn(decodeProtectedHeader(token), 'crit');
  } catch {
    return true;
  }
}
