import { claimsOf, isExpired } from 'referrals-sdk/token';

/** A session from the host platform's link, and where to return afterwards. */
export interface Session {
  readonly token: string;
  /** The host platform's page to return to; null: the link named none. */
  readonly returnUrl: string | null;
}

/** The place of a link such as `/dashboard#token=…&return_url=https://app.example.com/`. */
export interface Place {
  readonly hash: string;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Removes the fragment from the address and the history. */
  readonly clearHash: () => void;
  /** The origins that the service allows for the way back. */
  readonly returnOrigins: readonly string[];
}

/** The current session, and the session that a link offers instead if the user agrees. */
export interface Arrival {
  readonly session: Session | null;
  readonly offered: Session | null;
}

/**
 * Takes the session from a link's fragment, or the one stored in this tab. A fragment never reaches a server or a log. It
 * is removed from the address at once, so that nobody copies it by mistake. A link may lead to somebody else's account:
 * it does not replace a valid session before the user has agreed.
 * @param name the surface's name; each surface has its own session
 */
export function takeSession(name: string, place: Place): Arrival {
  const given = new URLSearchParams(place.hash.replace(/^#/, ''));
  const token = given.get('token');
  const held = storedSession(name, place.storage);
  if (token === null) return { session: held, offered: null };
  place.clearHash();
  const session = { token, returnUrl: safeReturnUrl(given.get('return_url'), place.returnOrigins) };
  if (held !== null && !isExpired(held.token) && isAnother(held, session))
    return { session: held, offered: session };
  storeSession(name, session, place);
  return { session, offered: null };
}

/** Stores a session for a reload of this tab. */
export function storeSession(name: string, session: Session, { storage }: Pick<Place, 'storage'>): void {
  storage.setItem(keyOf(name), JSON.stringify(session));
}

export function forgetSession(name: string, { storage }: Pick<Place, 'storage'>): void {
  storage.removeItem(keyOf(name));
}

/** Returns the URL if its origin is allowed by the service's operator, else null: anybody may have written the link. */
export function safeReturnUrl(text: string | null, origins: readonly string[]): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const { origin, href } = new URL(text);
  // Checked by its text too: `blob:` has the origin of its creator, and a user name may look like a host.
  return origins.includes(origin) && href.startsWith(`${origin}/`) ? href : null;
}

/** Tells whether two tokens belong to different people or businesses. */
function isAnother(held: Session, next: Session): boolean {
  const [one, other] = [claimsOf(held.token), claimsOf(next.token)];
  return one?.subject !== other?.subject || one?.tenantId !== other?.tenantId;
}

/** Tells whether a token has the surface's audience. The service decides; this only reports a wrong link early. */
export const hasAudience = (audience: string, { token }: Session): boolean =>
  claimsOf(token)?.audience === audience;

const keyOf = (name: string): string => `referrals.session.${name}`;

function storedSession(name: string, storage: Place['storage']): Session | null {
  const text = storage.getItem(keyOf(name));
  return text === null ? null : (JSON.parse(text) as Session);
}
