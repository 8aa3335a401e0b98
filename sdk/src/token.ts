/** What a token says of itself. Nothing here is verified: that is for the service alone. */
export interface TokenClaims {
  readonly audience: string;
  readonly subject: string;
  /** Undefined: the platform's. */
  readonly tenantId: string | undefined;
  readonly expiresAt: Date;
}

/** The claims of a JWT; undefined: the text is none. */
export function claimsOf(token: string): TokenClaims | undefined {
  try {
    const { aud, sub, exp, tenant_id } = JSON.parse(textOf(token.split('.')[1] ?? '')) as Record<
      string,
      unknown
    >;
    const audience: unknown = Array.isArray(aud) && aud.length === 1 ? aud[0] : aud; // some issuers write a list of one
    if (typeof audience !== 'string' || typeof sub !== 'string' || typeof exp !== 'number') return undefined;
    const tenantId = typeof tenant_id === 'string' ? tenant_id : undefined;
    return { audience, subject: sub, tenantId, expiresAt: new Date(exp * 1000) };
  } catch {
    return undefined; // not base64url, not UTF-8, not JSON: no token
  }
}

/** Whether a token's time is over; one that can't be read is of no use either. */
export const isExpired = (token: string, now = new Date()): boolean =>
  (claimsOf(token)?.expiresAt.getTime() ?? 0) <= now.getTime();

/** Base64url as UTF-8 text. */
function textOf(base64url: string): string {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.codePointAt(0) ?? 0);
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
