/** The time over which uses are counted, cut into slots: a use is counted until the last slot that it could touch ends. */
export interface Span {
  readonly seconds: number;
  readonly slotSeconds: number;
}

/** Where the slot of a moment starts, in seconds since 1970: every process cuts time at the same places. */
export const slotStart = ({ slotSeconds }: Span, at: number): number =>
  Math.floor(at / 1000 / slotSeconds) * slotSeconds;

/** When what was used in a slot is no longer counted, in milliseconds since 1970. */
export const slotEnd = ({ seconds, slotSeconds }: Span, start: number): number =>
  (start + slotSeconds + seconds) * 1000;
