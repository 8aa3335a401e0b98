/** Uses in one slot: those let in here, how many of them the others have been told of, and what the others let in. */
interface Slot {
  readonly start: number;
  own: number;
  told: number;
  others: number;
}

/** What the other processes are told of one slot. */
export interface SlotUse {
  readonly start: number;
  readonly used: number;
}

/**
 * How often one key was used within a span, to the slot. A use counts for the span and then until its slot ends:
 * so no span of time, wherever it begins, holds more uses than were counted when the last of them was let in.
 */
export class UseCount {
  /** In the order of their starts. */
  private slots: Slot[] = [];

  constructor(private readonly span: Span) {}

  add(at: number): void {
    this.slotAt(slotStart(this.span, at)).own += 1;
  }

  /** Uses that count at this moment. */
  total(at: number): number {
    this.forget(at);
    return this.slots.reduce((sum, { own, others }) => sum + own + others, 0);
  }

  /** Milliseconds until fewer than `limit` uses count, if nothing is used meanwhile; 0 when that is so already. */
  millisecondsUntilBelow(limit: number, at: number): number {
    let left = this.total(at);
    for (const { start, own, others } of this.slots) {
      if (left < limit) break;
      left -= own + others;
      if (left < limit) return slotEnd(this.span, start) - at;
    }
    return 0;
  }

  /** Milliseconds until nothing that counts now does any more. */
  millisecondsUntilEmpty(at: number): number {
    this.forget(at);
    const last = this.slots.at(-1);
    return last === undefined ? 0 : slotEnd(this.span, last.start) - at;
  }

  /** What the others don't know yet. */
  untold(at: number): SlotUse[] {
    this.forget(at);
    return this.slots
      .filter(({ own, told }) => own > told)
      .map(({ start, own, told }) => ({ start, used: own - told }));
  }

  /** They have been told. */
  told({ start, used }: SlotUse): void {
    const slot = this.slots.find((one) => one.start === start);
    if (slot !== undefined) slot.told += used;
  }

  /** What all processes together have told of a slot, ours among it. */
  learn({ start, used }: SlotUse, at: number): void {
    if (!this.counts(start, at)) return;
    const slot = this.slotAt(start);
    slot.others = Math.max(used - slot.told, 0);
  }

  private slotAt(start: number): Slot {
    const known = this.slots.find((slot) => slot.start === start);
    if (known !== undefined) return known;
    const slot = { start, own: 0, told: 0, others: 0 };
    this.slots.push(slot);
    this.slots.sort((a, b) => a.start - b.start);
    return slot;
  }

  /**
   * Not after its end; nor long before its start, where only a clock that is wrong can have put a use: it would count
   * until that moment has come and gone.
   */
  private counts(start: number, at: number): boolean {
    return slotEnd(this.span, start) > at && start * 1000 <= at + this.span.seconds * 1000;
  }

  private forget(at: number): void {
    if (this.slots.every(({ start }) => this.counts(start, at))) return;
    this.slots = this.slots.filter(({ start }) => this.counts(start, at));
  }
}

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
