import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.js';

/** The reason why a URL is refused, as a code of a field error. */
export type UrlRefusal =
  'invalid_url' | 'https_only' | 'credentials_in_url' | 'fragment_in_url' | 'address_not_allowed';

/** The parsed URL of a webhook. */
export interface Target {
  readonly url: URL;
  /** A name, or an IP address without brackets. */
  readonly host: string;
  /** True for an exception of the operator (`WEBHOOK_ALLOW`): its scheme and its address are not checked. */
  readonly isAllowed: boolean;
}

export const MAX_URL_LENGTH = 2048;

/**
 * Parses and checks a URL. The URL standard normalizes `0x7f.1`, `2130706433` and `①②⑦.0.0.1` to `127.0.0.1` before the
 * checks. The addresses of a name are checked when it is resolved.
 * @param allow exceptions of the operator, each `host:port`
 * @returns the target, or the reason why the URL is refused
 */
export function parseTarget(text: string, allow: readonly string[]): Target | UrlRefusal {
  const url = parseUrl(text);
  if (url === undefined) return 'invalid_url';
  const isAllowed = allow.includes(`${url.hostname}:${portOf(url)}`);
  if (url.protocol !== 'https:' && !(isAllowed && url.protocol === 'http:')) return 'https_only';
  if (url.username !== '' || url.password !== '') return 'credentials_in_url';
  if (text.includes('#')) return 'fragment_in_url';
  const host = url.hostname.replace(/[[\]]/g, '');
  return isAllowed || mayBePublic(host) ? { url, host, isAllowed } : 'address_not_allowed';
}

/** Returns the port of an `http:` or `https:` URL. */
const portOf = ({ port, protocol }: URL): string => port || (protocol === 'http:' ? '80' : '443');

/** Returns false for an address that is not public and for a name of the machine itself (RFC 6761). Resolves no names. */
const mayBePublic = (host: string): boolean =>
  isIP(host) === 0 ? !/(^|\.)localhost\.?$/.test(host) : isPublicAddress(host);

/**
 * Parses a URL. Rejects whitespace and control characters, which the URL standard removes silently and which can mislead a
 * reader.
 */
function parseUrl(text: string): URL | undefined {
  if (text.length > MAX_URL_LENGTH || /[\s\p{Cc}\\]/u.test(text) || !text.isWellFormed()) return undefined;
  return URL.canParse(text) ? new URL(text) : undefined;
}
