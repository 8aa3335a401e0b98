/** Ten shades of a color as `#rrggbb`, from light to dark, as Mantine's theme expects them. */
export type Shades = [string, string, string, string, string, string, string, string, string, string];

/**
 * The relative luminance (WCAG 2.2) of each shade. It is the same for every color, so contrast depends only on the
 * shade's number: white text has 4.9:1 on shade 7 and 6.2:1 on shade 8.
 */
const LUMINANCES = [0.9, 0.8, 0.66, 0.52, 0.4, 0.3, 0.22, 0.165, 0.12, 0.07] as const;

/** The part of the saturation that each shade keeps; light shades with all of it would glare. */
const VIVIDNESS = [0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1, 1] as const;
const MAX_SATURATION = 0.85;
const SEARCH_STEPS = 24; // halves 0…1 until the rest is far below one step of a channel

/**
 * Computes the shades of a brand color, with its hue. The contrast of a shade depends only on its number.
 * @param color `#rrggbb`
 */
export function brandShades(color: string): Shades {
  const { hue, saturation } = hueOf(channelsOf(color));
  return LUMINANCES.map((luminance, shade) =>
    hexOf(shadeOf(hue, saturation * (VIVIDNESS[shade] ?? 1), luminance)),
  ) as Shades;
}

/** Computes the relative luminance, 0 (black) to 1 (white): https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function luminanceOf(color: string): number {
  return luminance(channelsOf(color));
}

type Channels = readonly [red: number, green: number, blue: number];

const channelsOf = (color: string): Channels =>
  [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255) as unknown as Channels;

const hexOf = (channels: Channels): string =>
  `#${channels
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

function luminance(channels: Channels): number {
  const [red, green, blue] = channels.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  ) as unknown as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Finds the shade with a luminance by bisection: luminance grows with HSL lightness. */
function shadeOf(hue: number, saturation: number, wanted: number): Channels {
  let [low, high] = [0, 1];
  for (let step = 0; step < SEARCH_STEPS; step++) {
    const middle = (low + high) / 2;
    if (luminance(fromHsl(hue, saturation, middle)) < wanted) low = middle;
    else high = middle;
  }
  return fromHsl(hue, saturation, low);
}

/** Computes the HSL hue in degrees and the saturation. */
function hueOf([red, green, blue]: Channels): { hue: number; saturation: number } {
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const range = most - least;
  if (range === 0) return { hue: 0, saturation: 0 };
  const saturation = range / (1 - Math.abs(most + least - 1));
  const sixth =
    most === red
      ? ((green - blue) / range + 6) % 6
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  return { hue: sixth * 60, saturation: Math.min(saturation, MAX_SATURATION) };
}

/** Converts HSL to RGB: https://www.w3.org/TR/css-color-4/#hsl-to-rgb */
function fromHsl(hue: number, saturation: number, lightness: number): Channels {
  const channel = (offset: number): number => {
    const k = (offset + hue / 30) % 12;
    return (
      lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1))
    );
  };
  return [channel(0), channel(8), channel(4)];
}
