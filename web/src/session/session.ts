import { claimsOf } from 'referrals-sdk/token';

/** Who is signed in, as the host platform's link said, and where to go when that is over. */
export interface Session {
  readonly token: string;
  /** The host platform's page that makes such links; null: it named none. */
  readonly returnUrl: string | null;
}

/** A link as the host platform makes it: `/dashboard#token=…&return_url=https://app.example.com/`. */
export interface Place {
  readonly hash: string;
  readonly keep: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Takes the fragment out of the address, and out of the history. */
  readonly clearHash: () => void;
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The session that a link's fragment brings, or the one that this tab has. A fragment never reaches a server or a log;
 * it is taken out of the address at once, so that nobody copies it by mistake.
 * @param name of the surface, each of which has a session of its own
 */
export function takeSession(name: string, { hash, keep, clearHash }: Place): Session | null {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const token = given.get('token');
  if (token === null) return kept(name, keep);
  clearHash();
  const session = { token, returnUrl: safeReturnUrl(given.get('return_url')) };
  keep.setItem(keyOf(name), JSON.stringify(session));
  return session;
}

export function forgetSession(name: string, { keep }: Pick<Place, 'keep'>): void {
  keep.removeItem(keyOf(name));
}

/** Only where a browser may be sent without harm: https, or http on this machine. `javascript:` is an address too. */
export function safeReturnUrl(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const { protocol, hostname, username, password, href } = new URL(text);
  const safe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
  return safe && username + password === '' ? href : null;
}

/** Whether a token is of the kind that a surface is for. The service decides; this only tells people early. */
export const isFor = (audience: string, { token }: Session): boolean =>
  claimsOf(token)?.audience === audience;

const keyOf = (name: string): string => `referrals.session.${name}`;

function kept(name: string, keep: Place['keep']): Session | null {
  const text = keep.getItem(keyOf(name));
  return text === null ? null : (JSON.parse(text) as Session);
}
