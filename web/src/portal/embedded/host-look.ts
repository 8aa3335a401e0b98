import type { GivenLook } from '../../ui/theme.js';
import { luminanceOf } from '../../ui/brand-shades.js';

/** Up to here white is read more easily than black: both have the same contrast on it. */
const DARK_UP_TO = 0.179;

/** Colours and scheme for a background. @param color of the brand; null: the business's own @param background `#rrggbb` */
export const lookFor = (color: string | null, background: string): GivenLook => ({
  brandColor: color ?? undefined,
  scheme: luminanceOf(background) <= DARK_UP_TO ? 'dark' : 'light',
});
