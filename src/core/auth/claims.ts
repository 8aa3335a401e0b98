import { ID } from '../../common/ids.js';
import { type Audience, AUDIENCES, type Principal } from './principal.js';

/** The claims of a token whose signature, issuer and expiry have been verified. */
export interface Claims {
  readonly aud?: unknown;
  readonly sub?: unknown;
  readonly tenant_id?: unknown;
  readonly exp?: unknown;
}

const USER = /^[\x21-\x7e]{1,128}$/;

const matching = (value: unknown, shape: RegExp): string | undefined =>
  typeof value === 'string' && shape.test(value) ? value : undefined;

/** `aud` may be a string or a list (RFC 7519, section 4.1.3). A list must have exactly one element. */
function kindOf(aud: unknown): (typeof AUDIENCES)[Audience] | undefined {
  const only: unknown = Array.isArray(aud) && aud.length === 1 ? aud[0] : aud;
  return typeof only === 'string' && Object.hasOwn(AUDIENCES, only) ? AUDIENCES[only as Audience] : undefined;
}

/**
 * Returns the principal of verified claims.
 * @returns undefined when a claim is missing or malformed, `exp` included, or when `aud` is not exactly one of ours:
 *   a token for two audiences would be two callers at once
 */
export function principalOf({ aud, sub, tenant_id, exp }: Claims): Principal | undefined {
  const kind = kindOf(aud);
  if (typeof exp !== 'number' || kind === undefined) return undefined;
  const subject = matching(sub, kind === 'customer' ? ID : USER);
  if (subject === undefined) return undefined;
  if (kind === 'platform') return { kind, userId: subject };
  const tenantId = matching(tenant_id, ID);
  if (tenantId === undefined) return undefined;
  return kind === 'customer' ? { kind, customerId: subject, tenantId } : { kind, userId: subject, tenantId };
}
