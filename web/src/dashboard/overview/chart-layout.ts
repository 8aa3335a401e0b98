/** A bar of the chart: all referrals, and those that qualified. */
export interface Bar {
  readonly enrolled: number;
  readonly qualified: number;
}

/** The position of a bar in pixels, from the left and the top of the plot. */
export interface PlacedBar {
  readonly x: number;
  readonly width: number;
  /** The top of the whole bar; its foot is at the plot's height. */
  readonly top: number;
  /** The top of its lower part. */
  readonly qualifiedTop: number;
}

const WIDEST = 40;
const FILLED = 0.68; // of the space for one bar

/** Computes the positions of the bars. @param top the value at the plot's upper edge */
export function placeBars(bars: readonly Bar[], top: number, width: number, height: number): PlacedBar[] {
  const room = width / Math.max(1, bars.length);
  const barWidth = Math.min(WIDEST, room * FILLED);
  const yOf = (value: number): number => height - (value / top) * height;
  return bars.map(({ enrolled, qualified }, at) => ({
    x: at * room + (room - barWidth) / 2,
    width: barWidth,
    top: yOf(enrolled),
    qualifiedTop: yOf(qualified),
  }));
}

const MAX_STEPS = 4;

/**
 * Returns at most five axis ticks from 0 up to at least `max`, whole numbers spaced by 1, 2 or 5 times a power of ten.
 * @param max the largest value, a whole number
 */
export function ticksFor(max: number): number[] {
  const step = niceStep(Math.max(max, 1) / MAX_STEPS);
  const steps = Math.ceil(Math.max(max, 1) / step);
  return Array.from({ length: steps + 1 }, (_, at) => at * step);
}

function niceStep(least: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(least)));
  return ([1, 2, 5].find((times) => times * power >= least) ?? 10) * power;
}

/**
 * Selects the labels that fit: every second, third … counted back from the last, which is the most recent.
 * @param room how many fit side by side
 */
export function labelledOf(count: number, room: number): number[] {
  const every = Math.max(1, Math.ceil(count / Math.max(1, room)));
  return Array.from({ length: count }, (_, at) => at).filter((at) => (count - 1 - at) % every === 0);
}

/**
 * Computes whole percentages that add up to 100: the largest remainders are rounded up, the first of equal ones first.
 * @returns zeros when all parts are zero
 */
export function sharesOf(parts: readonly number[]): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total === 0) return parts.map(() => 0);
  const shares = parts.map((part) => Math.floor((part * 100) / total));
  const missing = 100 - shares.reduce((sum, share) => sum + share, 0);
  const remainder = (at: number): number => ((parts[at] ?? 0) * 100) % total;
  const roundedUp = parts
    .map((_, at) => at)
    .sort((one, other) => remainder(other) - remainder(one))
    .slice(0, missing);
  return shares.map((share, at) => (roundedUp.includes(at) ? share + 1 : share));
}
