import ipaddr from 'ipaddr.js';
import { isIP } from 'node:net';
import { z } from 'zod';
import { isPublished, isPublishedSecret } from './published-secrets.js';

/** pg percent-decodes the URL and throws when it can't. */
function isDecodable(url: string): boolean {
  try {
    decodeURI(url);
    return true;
  } catch {
    return false;
  }
}

/** Accepts `10.0.0.1`, `10.0.0.0/8`, `::1` and `fd00::/8`. */
function isAddressOrRange(text: string): boolean {
  const [address = '', prefix = '0', ...rest] = text.split('/');
  const bits = isIP(address) === 6 ? 128 : 32;
  return isIP(address) > 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits && rest.length === 0;
}

/** Loopback hosts as `URL` spells them. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

const isHttpsOrLoopback = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));

/** Anybody who could modify the keys in transit could sign tokens for any user. */
function isKeyUrl(text: string): boolean {
  const url = new URL(text);
  return isHttpsOrLoopback(url) && url.username + url.password === '';
}

/** Accepts `127.0.0.1:8080`, `hooks.internal:443` and `[::1]:8080`, spelled as in a URL. */
function isHostAndPort(text: string): boolean {
  const url = `http://${text}`;
  if (!/^[a-z\d.:[\]-]+:[1-9]\d{0,4}$/.test(text) || !URL.canParse(url)) return false;
  return text.startsWith(`${new URL(url).hostname}:`);
}

/**
 * Accepts `https://app.example.com` exactly as a browser sends it. Anything else could add directives to the
 * Content-Security-Policy.
 */
function isOrigin(text: string): boolean {
  if (!/^[a-z\d.:/-]+$/.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.origin === text && isHttpsOrLoopback(url);
}

const MAX_RETRY_SECONDS = 7 * 86_400;
const isRetryDelay = (text: string): boolean => /^\d{1,6}$/.test(text) && Number(text) <= MAX_RETRY_SECONDS;

const originList = z
  .string()
  .transform((list) => list.split(',').map((origin) => origin.trim()))
  .refine(
    (list) => list.every(isOrigin),
    'must be origins such as https://app.example.com, separated by commas; http:// only on localhost',
  )
  .default([]);

/** Checks every environment variable that an operator can set. docs/operations.md describes each. */
const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL', abort: true })
    .refine(isDecodable, {
      error: 'must be a postgres:// URL with special characters percent-encoded',
      abort: true,
    })
    .optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(500).default(10),
  DATA_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
  TRUST_PROXY: z
    .string()
    .transform((list) => list.split(',').map((address) => address.trim()))
    .refine(
      (list) => list.every(isAddressOrRange),
      'must be addresses or ranges such as 10.0.0.0/8, separated by commas',
    )
    .optional(),
  JOBS: z.stringbool().default(true),
  WEBHOOK_ALLOW: z
    .string()
    .transform((list) => list.split(',').map((place) => place.trim().toLowerCase()))
    .refine((list) => list.every(isHostAndPort), 'must be host:port, separated by commas')
    .default([]),
  WEBHOOK_RETRY_SECONDS: z
    .string()
    .transform((list) => list.split(',').map((seconds) => seconds.trim()))
    .refine((list) => list.every(isRetryDelay), 'must be seconds, at most 604800, separated by commas')
    .transform((list) => list.map(Number))
    .default([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]),
  JWT_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  JWT_JWKS_URL: z
    .url({ error: 'must be an https:// URL', abort: true })
    .refine(isKeyUrl, 'must be an https:// URL without a password; http:// only on localhost')
    .optional(),
  JWT_ISSUER: z.string().default('referrals'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  EMBED_ORIGINS: originList,
  RETURN_ORIGINS: originList,
  HSTS_INCLUDE_SUBDOMAINS: z.stringbool().default(false),
  RATE_LIMIT_PUBLIC: z.coerce.number().int().min(0).max(1_000_000).default(120),
  RATE_LIMIT_TENANT: z.coerce.number().int().min(0).max(10_000_000).default(12_000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  DEMO: z.stringbool().optional(),
});

/** Decodes the password as pg does. */
const passwordOf = (url: string): string => decodeURIComponent(new URL(url).password);

/** Rejects published secrets when the service is reachable from other machines. */
const schema = settings.superRefine(({ HOST, JWT_SECRET, DATA_KEY, DATABASE_URL }, context) => {
  if (isLoopback(HOST)) return;
  const published = {
    JWT_SECRET: JWT_SECRET !== undefined && isPublishedSecret(JWT_SECRET),
    DATA_KEY: DATA_KEY !== undefined && isPublishedSecret(DATA_KEY),
    DATABASE_URL: DATABASE_URL !== undefined && isPublished(passwordOf(DATABASE_URL)),
  };
  for (const [name] of Object.entries(published).filter(([, found]) => found)) {
    context.addIssue({
      code: 'custom',
      path: [name],
      message:
        'is a published secret, which is allowed with HOST=127.0.0.1 only; generate one with: openssl rand -hex 32',
    });
  }
});

export type Env = Readonly<z.infer<typeof schema>>;

/** A setting is missing or invalid. The message is one line that names the setting. */
export class SettingsError extends Error {}

/**
 * Reads and validates all settings. No other file reads `process.env`. An empty variable counts as unset.
 * @throws SettingsError that names every invalid setting in one line and never repeats a secret
 */
export function env(source: NodeJS.ProcessEnv = process.env): Env {
  const variables = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = schema.safeParse(variables);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path: [name], message }) => `${String(name)}: ${message}`);
  throw new SettingsError(`Invalid settings. ${problems.join('; ')}`);
}

/** Returns the environment for a child process, with the plain C locale. */
export const childEnv = (): NodeJS.ProcessEnv => ({ ...process.env, LC_ALL: 'C' });

/** The folder for everything stored on this machine by default, relative to the working directory. */
export const DATA_FOLDER = '.data';

/**
 * Returns true when a server that listens on this host can be reached from this machine only: `localhost`, 127.0.0.0/8
 * and ::1, in any notation that a resolver accepts (`127.1`, `0x7f000001`, `::ffff:127.0.0.1`). Any other name may
 * resolve to a public address.
 */
export function isLoopback(host: string): boolean {
  if (/^localhost\.?$/i.test(host)) return true;
  return ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback';
}
