import { createHash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
/** How much of the secret is shown in lists: enough to tell keys apart, and 232 bits short of using one. */
const SHOWN_CHARACTERS = 6;
const TENANT = 'ten_';
const KEY = /^rk_([0-9a-z]{26})_([0-9a-f]{64})$/;

/** A new key: its text, for its owner's eyes once, and what is kept of it. */
export interface GeneratedApiKey {
  readonly text: string;
  /** How the text begins, as lists show it. */
  readonly prefix: string;
  readonly secretHash: string;
}

/** What a key's text says: whose it claims to be, and what would prove that. */
export interface ParsedApiKey {
  readonly tenantId: string;
  readonly secretHash: string;
}

/**
 * SHA-256 of the secret, in hex, without salt or stretching: those make up for secrets that people choose. This one is
 * 256 bits of chance, so no list of guesses reaches it, and no two keys share one; a slow hash would only make every
 * request slow.
 */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/**
 * `rk_<tenant>_<secret>`: the tenant's id without its `ten_`, then 256 random bits in hex. The tenant is named so that the
 * key can be looked up among the rows of that tenant alone; it proves nothing, the secret does.
 */
export function generateApiKey(tenantId: string): GeneratedApiKey {
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  const text = `rk_${tenantId.slice(TENANT.length)}_${secret}`;
  return { text, prefix: text.slice(0, SHOWN_CHARACTERS - secret.length), secretHash: hashOf(secret) };
}

/** Undefined for a text that can be no key. */
export function parseApiKey(text: string): ParsedApiKey | undefined {
  const [, tenant, secret] = KEY.exec(text) ?? [];
  if (tenant === undefined || secret === undefined) return undefined;
  return { tenantId: `${TENANT}${tenant}`, secretHash: hashOf(secret) };
}
