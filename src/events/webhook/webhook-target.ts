import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.js';

/** Why an address can't be a webhook's, as its field error says. */
export type UrlRefusal =
  'invalid_url' | 'https_only' | 'credentials_in_url' | 'fragment_in_url' | 'address_not_allowed';

/** Where a webhook goes. */
export interface Target {
  readonly url: URL;
  /** A name, or an address without brackets. */
  readonly host: string;
  /** The operator has named it: neither its scheme nor its address is looked at. */
  readonly excepted: boolean;
}

export const MAX_URL_LENGTH = 2048;

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/**
 * Reads an address as the connection will read it: the URL standard turns `0x7f.1`, `2130706433` and `①②⑦.0.0.1` into
 * `127.0.0.1` here, before anything is decided. What a name resolves to is for the connection to check.
 * @param allow exceptions of the operator, each `host:port`
 */
export function targetOf(text: string, allow: readonly string[]): Target | UrlRefusal {
  const url = urlOf(text);
  if (url === undefined) return 'invalid_url';
  const excepted = allow.includes(`${url.hostname}:${portOf(url)}`);
  if (url.protocol !== 'https:' && !(excepted && url.protocol === 'http:')) return 'https_only';
  if (url.username !== '' || url.password !== '') return 'credentials_in_url';
  if (text.includes('#')) return 'fragment_in_url';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return excepted || mayBePublic(host) ? { url, host, excepted } : 'address_not_allowed';
}

const portOf = ({ port, protocol }: URL): string => (port === '' ? (DEFAULT_PORTS[protocol] ?? '') : port);

/** What a name leads to is not known yet, but for those that lead to the machine itself (RFC 6761). */
const mayBePublic = (host: string): boolean =>
  isIP(host) === 0 ? !/(^|\.)localhost\.?$/.test(host) : isPublicAddress(host);

/** Without what the standard drops in silence: blanks and controls hide what a person reads. */
function urlOf(text: string): URL | undefined {
  if (text.length > MAX_URL_LENGTH || /[\s\p{Cc}\\]/u.test(text) || !text.isWellFormed()) return undefined;
  return URL.canParse(text) ? new URL(text) : undefined;
}
