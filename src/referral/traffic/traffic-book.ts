/** What is counted. */
interface DayCounts {
  linkOpened: number;
  codeValidated: number;
}
export type TrafficKind = keyof DayCounts;

/** What one tenant's codes were used for in one day. */
export interface DayTraffic extends DayCounts {
  readonly tenantId: string;
  /** `2026-03-20`, in UTC. */
  readonly day: string;
}

/**
 * What has been counted and not been written yet, in bounded memory: a day of a tenant takes one entry, however much
 * happens in it. When the book is full, what would need another entry is not counted.
 */
export class TrafficBook {
  private days = new Map<string, DayTraffic>();

  constructor(private readonly maxDays: number) {}

  /** @returns false when there is no room for it */
  add(tenantId: string, at: Date, kind: TrafficKind): boolean {
    const entry = this.entryFor(tenantId, at.toISOString().slice(0, -'T00:00:00.000Z'.length));
    if (entry === undefined) return false;
    entry[kind] += 1;
    return true;
  }

  /** Takes everything out, the tenants in one order in every process. */
  takeAll(): DayTraffic[] {
    const taken = [...this.days.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1));
    this.days = new Map();
    return taken.map(([, entry]) => entry);
  }

  /** It could not be written; what has been counted since is added to it. */
  putBack(taken: readonly DayTraffic[]): void {
    for (const { tenantId, day, linkOpened, codeValidated } of taken) {
      const entry = this.entryFor(tenantId, day);
      if (entry === undefined) return;
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
