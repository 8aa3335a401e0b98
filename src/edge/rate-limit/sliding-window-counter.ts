/** The numbers of uses in one slot: by this process, the part of these that has been shared, and by other processes. */
interface Slot {
  readonly start: number;
  own: number;
  shared: number;
  others: number;
}

/** The uses of one slot, as shared between processes. */
export interface SlotUsage {
  readonly start: number;
  readonly used: number;
}

/**
 * Counts the uses of one key in a sliding window that moves slot by slot. A use counts until one window after the end of
 * its slot. So within one process, no period of the window's length contains more uses than the limit, wherever it starts.
 * Uses in other processes count once they are merged.
 */
export class SlidingWindowCounter {
  /** Sorted by start. */
  private slots: Slot[] = [];

  constructor(private readonly window: SlidingWindow) {}

  add(at: number): void {
    this.slotAt(slotStart(this.window, at)).own += 1;
  }

  /** Returns the number of uses that count at this time. */
  total(at: number): number {
    this.dropExpired(at);
    return this.slots.reduce((sum, { own, others }) => sum + own + others, 0);
  }

  /** Returns the milliseconds until fewer than `limit` uses count, if nothing is added. 0 if fewer count already. */
  millisecondsUntilBelow(limit: number, at: number): number {
    let left = this.total(at);
    for (const { start, own, others } of this.slots) {
      if (left < limit) break;
      left -= own + others;
      if (left < limit) return slotEnd(this.window, start) - at;
    }
    return 0;
  }

  /** Returns the milliseconds until none of the current uses counts. */
  millisecondsUntilEmpty(at: number): number {
    this.dropExpired(at);
    const last = this.slots.at(-1);
    return last === undefined ? 0 : slotEnd(this.window, last.start) - at;
  }

  /** Returns the uses that have not been shared yet. */
  unshared(at: number): SlotUsage[] {
    this.dropExpired(at);
    return this.slots
      .filter(({ own, shared }) => own > shared)
      .map(({ start, own, shared }) => ({ start, used: own - shared }));
  }

  /** Marks uses as shared. */
  markShared({ start, used }: SlotUsage): void {
    const slot = this.slots.find((one) => one.start === start);
    if (slot !== undefined) slot.shared += used;
  }

  /** Merges the total of all processes for a slot, which includes our shared uses. */
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
   * Returns false for slots that have expired, and for slots far in the future, which only a wrong clock can produce:
   * those would count until that time has passed.
   */
  private isCounted(start: number, at: number): boolean {
    return slotEnd(this.window, start) > at && start * 1000 <= at + this.window.seconds * 1000;
  }

  private dropExpired(at: number): void {
    this.slots = this.slots.filter(({ start }) => this.isCounted(start, at));
  }
}

/** The length of the window and of its slots. A use counts until one window after the end of its slot. */
export interface SlidingWindow {
  readonly seconds: number;
  readonly slotSeconds: number;
}

/** Returns the start of the slot in seconds since 1970. All processes use the same slots. */
export const slotStart = ({ slotSeconds }: SlidingWindow, at: number): number =>
  Math.floor(at / 1000 / slotSeconds) * slotSeconds;

/** Returns the time at which the uses of a slot stop counting, in milliseconds since 1970. */
export const slotEnd = ({ seconds, slotSeconds }: SlidingWindow, start: number): number =>
  (start + slotSeconds + seconds) * 1000;
