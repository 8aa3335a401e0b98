/** Uses in one slot: those let in here, how many of them the others have been told of, and what the others let in. */
interface Slot {
  readonly start: number;
  own: number;
  shared: number;
  others: number;
}

/** What the other processes are told of one slot. */
export interface SlotUsage {
  readonly start: number;
  readonly used: number;
}

/**
 * How often one key was used within a window, to the slot. A use counts for the span and then until its slot ends:
 * so no span of time, wherever it begins, holds more uses than were counted when the last of them was let in.
 */
export class SlidingWindowCounter {
  /** In the order of their starts. */
  private slots: Slot[] = [];

  constructor(private readonly window: SlidingWindow) {}

  add(at: number): void {
    this.slotAt(slotStart(this.window, at)).own += 1;
  }

  /** Uses that count at this moment. */
  total(at: number): number {
    this.dropExpired(at);
    return this.slots.reduce((sum, { own, others }) => sum + own + others, 0);
  }

  /** Milliseconds until fewer than `limit` uses count, if nothing is used meanwhile; 0 when that is so already. */
  millisecondsUntilBelow(limit: number, at: number): number {
    let left = this.total(at);
    for (const { start, own, others } of this.slots) {
      if (left < limit) break;
      left -= own + others;
      if (left < limit) return slotEnd(this.window, start) - at;
    }
    return 0;
  }

  /** Milliseconds until nothing that counts now does any more. */
  millisecondsUntilEmpty(at: number): number {
    this.dropExpired(at);
    const last = this.slots.at(-1);
    return last === undefined ? 0 : slotEnd(this.window, last.start) - at;
  }

  /** What the others don't know yet. */
  unshared(at: number): SlotUsage[] {
    this.dropExpired(at);
    return this.slots
      .filter(({ own, shared }) => own > shared)
      .map(({ start, own, shared }) => ({ start, used: own - shared }));
  }

  /** They have been told. */
  markShared({ start, used }: SlotUsage): void {
    const slot = this.slots.find((one) => one.start === start);
    if (slot !== undefined) slot.shared += used;
  }

  /** What all processes together have told of a slot, ours among it. */
  merge({ start, used }: SlotUsage, at: number): void {
    if (!this.isCounted(start, at)) return;
    const slot = this.slotAt(start);
    slot.others = Math.max(used - slot.shared, 0);
  }

  private slotAt(start: number): Slot {
    const known = this.slots.find((slot) => slot.start === start);
    if (known !== undefined) return known;
    const slot = { start, own: 0, shared: 0, others: 0 };
    this.slots.push(slot);
    this.slots.sort((a, b) => a.start - b.start);
    return slot;
  }

  /**
   * Not after its end; nor long before its start, where only a clock that is wrong can have put a use: it would count
   * until that moment has come and gone.
   */
  private isCounted(start: number, at: number): boolean {
    return slotEnd(this.window, start) > at && start * 1000 <= at + this.window.seconds * 1000;
  }

  private dropExpired(at: number): void {
    if (this.slots.every(({ start }) => this.isCounted(start, at))) return;
    this.slots = this.slots.filter(({ start }) => this.isCounted(start, at));
  }
}

/** The time over which uses are counted, cut into slots: a use is counted until the last slot that it could touch ends. */
export interface SlidingWindow {
  readonly seconds: number;
  readonly slotSeconds: number;
}

/** Where the slot of a moment starts, in seconds since 1970: every process cuts time at the same places. */
export const slotStart = ({ slotSeconds }: SlidingWindow, at: number): number =>
  Math.floor(at / 1000 / slotSeconds) * slotSeconds;

/** When what was used in a slot is no longer counted, in milliseconds since 1970. */
const slotEnd = ({ seconds, slotSeconds }: SlidingWindow, start: number): number =>
  (start + slotSeconds + seconds) * 1000;
