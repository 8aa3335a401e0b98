import { createHash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
/** The characters of the secret shown in lists: enough to tell keys apart, with 232 bits left unknown. */
const SHOWN_CHARACTERS = 6;
const TENANT = 'ten_';
const KEY = /^rk_[0-9a-z]{26}_[0-9a-f]{64}$/;

/** A new key: its text, which is shown once, and the parts that are stored. */
export interface GeneratedApiKey {
  readonly text: string;
  /** The beginning of the key, for display. */
  readonly prefix: string;
  readonly secretHash: string;
}

/** The tenant that a key names, and the hash that proves the key. */
export interface ParsedApiKey {
  readonly tenantId: string;
  readonly secretHash: string;
}

/**
 * Hashes the secret with SHA-256, in hex, without salt or stretching. Those protect secrets that people choose. This
 * one has 256 random bits, so it can't be guessed and is unique; a slow hash would only slow down every request.
 */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/**
 * Generates `rk_<tenant>_<secret>`: the tenant's id without `ten_`, then 256 random bits in hex. The tenant is included
 * so that the key is looked up among that tenant's rows only; it proves nothing.
 */
export function generateApiKey(tenantId: string): GeneratedApiKey {
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  const text = `rk_${tenantId.slice(TENANT.length)}_${secret}`;
  return { text, prefix: text.slice(0, SHOWN_CHARACTERS - secret.length), secretHash: hashOf(secret) };
}

/** Parses the text of a key. Returns undefined for anything else. */
export function parseApiKey(text: string): ParsedApiKey | undefined {
  if (!KEY.test(text)) return undefined;
  const [, tenant = '', secret = ''] = text.split('_');
  return { tenantId: `${TENANT}${tenant}`, secretHash: hashOf(secret) };
}
