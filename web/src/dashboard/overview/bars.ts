/** A bar of the chart: referrals, and those of them that qualified. */
export interface Bar {
  readonly enrolled: number;
  readonly qualified: number;
}

/** A bar's place in pixels, from the left and the top of the plot. */
export interface PlacedBar {
  readonly x: number;
  readonly width: number;
  /** Top of the whole bar; its foot is the plot's height. */
  readonly top: number;
  /** Top of its lower part. */
  readonly qualifiedTop: number;
}

const WIDEST = 40;
const FILLED = 0.68; // of the room that a bar has

/** Where the bars are in a plot. @param top the value at the plot's upper edge */
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
