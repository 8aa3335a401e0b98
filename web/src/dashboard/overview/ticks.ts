const MAX_STEPS = 4;

/**
 * The numbers beside a chart's lines, from 0 to one that is not below the greatest value: whole, evenly spaced by
 * 1, 2 or 5 times a power of ten, at most five of them.
 * @param max the greatest value, a whole number
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
 * Which of a row of labels have room: every second, third … counted from the last, which is what is new.
 * @param room how many fit side by side
 */
export function labelledOf(count: number, room: number): number[] {
  const every = Math.max(1, Math.ceil(count / Math.max(1, room)));
  return Array.from({ length: count }, (_, at) => at).filter((at) => (count - 1 - at) % every === 0);
}
