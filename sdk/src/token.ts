/** The claims of a token. They are not verified: only the service does that. */
export interface TokenClaims {
  readonly audience: string;
  readonly subject: string;
  /** Undefined for a platform token. */
  readonly tenantId: string | undefined;
  readonly expiresAt: Date;
}

/** Reads the claims of a JWT; undefined if the text is not one. */
export function claimsOf(token: string): TokenClaims | undefined {
  try {
    const { aud, sub, exp, tenant_id } = JSON.parse(textOf(token.split('.')[1] ?? '')) as Record<
      string,
      unknown
    >;
    const audience: unknown = Array.isArray(aud) && aud.length === 1 ? aud[0] : aud; // some issuers send a list with one entry
    if (typeof audience !== 'string' || typeof sub !== 'string' || typeof exp !== 'number') return undefined;
    const tenantId = typeof tenant_id === 'string' ? tenant_id : undefined;
    return { audience, subject: sub, tenantId, expiresAt: new Date(exp * 1000) };
  } catch {
    return undefined; // not base64url, UTF-8 or JSON, so not a token
  }
}

/** Tells whether a token has expired. One that can't be read counts as expired. */
export const isExpired = (token: string, now = new Date()): boolean =>
  (claimsOf(token)?.expiresAt.getTime() ?? 0) <= now.getTime();

/** Decodes base64url as UTF-8 text. */
function textOf(base64url: string): string {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.codePointAt(0) ?? 0);
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
