import { type HostSettings, type PortalMessage, parseSettings } from '../../embed/messages.js';
import { luminanceOf } from '../../ui/brand-shades.js';
import type { HostLook } from '../../ui/theme.js';

/** The page around the portal's frame. */
export interface HostPage {
  /** Null: the host has not sent any yet. */
  readonly settings: () => HostSettings | null;
  /** Calls the listener at new settings. @returns the function that unsubscribes */
  readonly subscribe: (listener: () => void) => () => void;
  readonly tell: (message: PortalMessage) => void;
}

/**
 * Listens to the parent window only. The service's policy (`frame-ancestors`) decides which pages it may be. The origin
 * that answers first is the host from then on, and messages go to that origin only.
 */
export function connectToHost(parent: Window): HostPage {
  const listeners = new Set<() => void>();
  let settings: HostSettings | null = null;
  let host: string | null = null;

  addEventListener('message', ({ source, origin, data }: MessageEvent) => {
    if (source !== parent || (host !== null && origin !== host)) return;
    const given = parseSettings(data);
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

/** The luminance on which white and black text have the same contrast. */
const DARK_UP_TO = 0.179;

/** Chooses the scheme for a background. @param color the brand's; null: the business's own @param background `#rrggbb` */
export const lookFor = (color: string | null, background: string): HostLook => ({
  brandColor: color ?? undefined,
  scheme: luminanceOf(background) <= DARK_UP_TO ? 'dark' : 'light',
});
