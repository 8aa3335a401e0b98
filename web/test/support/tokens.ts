import { SignJWT } from 'jose';

/** The secret that the service under test is started with. */
export const SECRET = 'the-secret-of-the-service-under-browser-test';
const ISSUER = 'referrals';

interface TokenFor {
  readonly audience: 'platform' | 'tenant-admin' | 'customer';
  readonly subject: string;
  readonly tenantId?: string;
  /** Seconds from now; negative: already expired. */
  readonly seconds?: number;
}

/** Signs a token as the host platform does. */
export function tokenFor({ audience, subject, tenantId, seconds = 3600 }: TokenFor): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT(tenantId === undefined ? {} : { tenant_id: tenantId })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(ISSUER)
    .setAudience(audience)
    .setSubject(subject)
    .setIssuedAt(now - 60)
    .setExpirationTime(now + seconds)
    .sign(new TextEncoder().encode(SECRET));
}
