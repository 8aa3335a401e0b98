import { type HostSettings, type PortalMessage, settingsIn } from '../../embed/messages.js';
import { luminanceOf } from '../../ui/brand-shades.js';
import type { GivenLook } from '../../ui/theme.js';

/** The page around the portal's frame. */
export interface HostPage {
  /** Null: it has said nothing yet. */
  readonly settings: () => HostSettings | null;
  /** Tells of new settings. @returns a function that ends it */
  readonly subscribe: (listener: () => void) => () => void;
  readonly tell: (message: PortalMessage) => void;
}

/**
 * Listens to the window right above, and to no other; which pages may be there is decided by the service, whose policy
 * a browser keeps to (`frame-ancestors`). Whoever answers first is the host from then on, and what is told goes to its
 * origin only.
 */
export function connectToHost(parent: Window): HostPage {
  const listeners = new Set<() => void>();
  let settings: HostSettings | null = null;
  let host: string | null = null;

  addEventListener('message', ({ source, origin, data }: MessageEvent) => {
    if (source !== parent || (host !== null && origin !== host)) return;
    const given = settingsIn(data);
    if (given === null) return;
    host = origin;
    settings = given;
    for (const listener of listeners) listener();
  });
  const ready: PortalMessage = { type: 'referral-portal:ready' };
  parent.postMessage(ready, '*');

  return {
    settings: () => settings,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (message) => {
      if (host !== null) parent.postMessage(message, host);
    },
  };
}

/** Up to here white is read more easily than black: both have the same contrast on it. */
const DARK_UP_TO = 0.179;

/** Colours and scheme for a background. @param color of the brand; null: the business's own @param background `#rrggbb` */
export const lookFor = (color: string | null, background: string): GivenLook => ({
  brandColor: color ?? undefined,
  scheme: luminanceOf(background) <= DARK_UP_TO ? 'dark' : 'light',
});
