/**
 * The messages between `<referral-portal>` in a host's page and the portal in its frame. Both sides ignore anything else.
 */

/** From the host's page: the session and the look. Sent after `ready` and after each change. */
export interface HostSettings {
  readonly type: 'referral-portal:settings';
  readonly token: string;
  /** `#rrggbb`; null: the business's own color. */
  readonly color: string | null;
  /** `#rrggbb`, the background behind the portal. */
  readonly background: string;
  /** A locale such as `es` or `es-MX`; null: the browser's. */
  readonly locale: string | null;
}

/** From the portal. */
export type PortalMessage =
  /** The portal is listening. Contains no secret: the host is not known yet. */
  | { readonly type: 'referral-portal:ready' }
  /** The height of the content in CSS pixels. */
  | { readonly type: 'referral-portal:height'; readonly height: number }
  /** The token has expired or was refused. `asked`: the customer has pressed the button to continue. */
  | { readonly type: 'referral-portal:expired'; readonly asked: boolean };

/** A larger height must be a mistake. */
const HIGHEST = 100_000;
const HEX_COLOR = /^#[\da-f]{6}$/i;

export const isHexColor = (value: unknown): value is string =>
  typeof value === 'string' && HEX_COLOR.test(value);

/** Parses the host's settings; null if the message is not ours. An invalid color is dropped. */
export function parseSettings(data: unknown): HostSettings | null {
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

/** Parses the portal's message; null if it is not ours. */
export function parsePortalMessage(data: unknown): PortalMessage | null {
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
