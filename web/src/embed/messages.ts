/**
 * What `<referral-portal>` in a host's page and the portal in its frame say to each other. Both sides read nothing but
 * these shapes; anything else that comes along is not for them.
 */

/** From the host's page: who is signed in, and how the portal is to look. Sent after `ready`, and after each change. */
export interface HostSettings {
  readonly type: 'referral-portal:settings';
  readonly token: string;
  /** `#rrggbb`; null: the business's own. */
  readonly color: string | null;
  /** `#rrggbb` of what lies behind the portal. */
  readonly background: string;
  /** Such as `es` or `es-MX`; null: the browser's. */
  readonly locale: string | null;
}

/** From the portal. */
export type PortalMessage =
  /** It listens now. Holds nothing secret, because nobody has said yet who the host is. */
  | { readonly type: 'referral-portal:ready' }
  /** How high its content is, in CSS pixels. */
  | { readonly type: 'referral-portal:height'; readonly height: number }
  /** The token is over or refused; `asked`: the customer has pressed the button that leads on. */
  | { readonly type: 'referral-portal:expired'; readonly asked: boolean };

/** A frame higher than this is a mistake. */
const HIGHEST = 100_000;
const HEX_COLOR = /^#[\da-f]{6}$/i;

export const isHexColor = (value: unknown): value is string =>
  typeof value === 'string' && HEX_COLOR.test(value);

/** What the portal understands; null: not from our element. A colour that is none is left out. */
export function settingsIn(data: unknown): HostSettings | null {
  const { type, token, color, background, locale } = fieldsOf(data);
  if (type !== 'referral-portal:settings' || typeof token !== 'string') return null;
  return {
    type,
    token,
    color: isHexColor(color) ? color : null,
    background: isHexColor(background) ? background : '#ffffff',
    locale: typeof locale === 'string' ? locale : null,
  };
}

/** What the element understands; null: not from our portal. */
export function portalMessageIn(data: unknown): PortalMessage | null {
  const { type, height, asked } = fieldsOf(data);
  switch (type) {
    case 'referral-portal:ready':
      return { type };
    case 'referral-portal:height':
      return isHeight(height) ? { type, height } : null;
    case 'referral-portal:expired':
      return { type, asked: asked === true };
    default:
      return null;
  }
}

const isHeight = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= HIGHEST;

const fieldsOf = (data: unknown): Record<string, unknown> =>
  typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
