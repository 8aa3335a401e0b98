import { claimsOf, isExpired } from 'referrals-sdk/token';

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
  /** Whose pages the service names as the way back. */
  readonly returnOrigins: readonly string[];
}

/** Who is signed in here, and who else a link would sign in instead: that is for the person to say. */
export interface Arrival {
  readonly session: Session | null;
  readonly offered: Session | null;
}

/**
 * The session that a link's fragment brings, or the one that this tab has. A fragment never reaches a server or a log;
 * it is taken out of the address at once, so that nobody copies it by mistake. Somebody may have sent a link to their own
 * account: it does not replace another's session, while that lasts, before they have been asked.
 * @param name of the surface, each of which has a session of its own
 */
export function takeSession(name: string, place: Place): Arrival {
  const given = new URLSearchParams(place.hash.replace(/^#/, ''));
  const token = given.get('token');
  const held = kept(name, place.keep);
  if (token === null) return { session: held, offered: null };
  place.clearHash();
  const session = { token, returnUrl: safeReturnUrl(given.get('return_url'), place.returnOrigins) };
  if (held !== null && !isExpired(held.token) && isAnother(held, session))
    return { session: held, offered: session };
  keepSession(name, session, place);
  return { session, offered: null };
}

/** Keeps a session for a reload of this tab. */
export function keepSession(name: string, session: Session, { keep }: Pick<Place, 'keep'>): void {
  keep.setItem(keyOf(name), JSON.stringify(session));
}

export function forgetSession(name: string, { keep }: Pick<Place, 'keep'>): void {
  keep.removeItem(keyOf(name));
}

/** Only where the service's operator lets a link lead back to: anybody may have written it. */
export function safeReturnUrl(text: string | null, origins: readonly string[]): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const { origin, href } = new URL(text);
  // By its text, too: `blob:` has the origin of who made it, and a user's name may look like a host.
  return origins.includes(origin) && href.startsWith(`${origin}/`) ? href : null;
}

/** Whether two tokens are of two people, or of two businesses. */
function isAnother(held: Session, next: Session): boolean {
  const [one, other] = [claimsOf(held.token), claimsOf(next.token)];
  return one?.subject !== other?.subject || one?.tenantId !== other?.tenantId;
}

/** Whether a token is of the kind that a surface is for. The service decides; this only tells people early. */
export const isFor = (audience: string, { token }: Session): boolean =>
  claimsOf(token)?.audience === audience;

const keyOf = (name: string): string => `referrals.session.${name}`;

function kept(name: string, keep: Place['keep']): Session | null {
  const text = keep.getItem(keyOf(name));
  return text === null ? null : (JSON.parse(text) as Session);
}
