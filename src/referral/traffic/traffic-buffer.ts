interface DayCounts {
  linkOpened: number;
  codeValidated: number;
}
export type TrafficKind = keyof DayCounts;

/** The counts of one tenant and day. */
export interface DayTraffic extends DayCounts {
  readonly tenantId: string;
  /** In UTC, such as `2026-03-20`. */
  readonly day: string;
}

/**
 * Buffers counts until they are written, in bounded memory: one entry per tenant and day. When the buffer is full, counts
 * that would need a new entry are dropped.
 */
export class TrafficBuffer {
  private days = new Map<string, DayTraffic>();

  constructor(private readonly maxDays: number) {}

  /** Adds 1 to a count. Returns false if the buffer is full. */
  add(tenantId: string, at: Date, kind: TrafficKind): boolean {
    const entry = this.entryFor(tenantId, at.toISOString().slice(0, -'T00:00:00.000Z'.length));
    if (entry === undefined) return false;
    entry[kind] += 1;
    return true;
  }

  /** Removes and returns all entries, sorted by tenant, so that every process writes them in the same order. */
  takeAll(): DayTraffic[] {
    const taken = [...this.days.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1));
    this.days = new Map();
    return taken.map(([, entry]) => entry);
  }

  /** Puts back entries that could not be written. Their counts are added to those made in the meantime. */
  putBack(taken: readonly DayTraffic[]): void {
    for (const { tenantId, day, linkOpened, codeValidated } of taken) {
      const entry = this.entryFor(tenantId, day);
      if (entry === undefined) continue;
      entry.linkOpened += linkOpened;
      entry.codeValidated += codeValidated;
    }
  }

  private entryFor(tenantId: string, day: string): DayTraffic | undefined {
    const key = `${tenantId} ${day}`;
    const known = this.days.get(key);
    if (known !== undefined || this.days.size === this.maxDays) return known;
    const entry = { tenantId, day, linkOpened: 0, codeValidated: 0 };
    this.days.set(key, entry);
    return entry;
  }
}
