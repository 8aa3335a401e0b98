import { Injectable } from '@nestjs/common';

/** Facts that follow each other this closely are told together. */
const COALESCE_MS = 100;

type Listener = (tenantId: string) => void;

/**
 * Says in this process that a tenant has new facts, a moment after they were committed. Only a hint: one that nobody
 * hears, or that is lost with the process, costs time and nothing else, because the facts are in the database.
 */
@Injectable()
export class EventNotifierService {
  private readonly pending = new Map<string, NodeJS.Timeout>();
  private listener: Listener | undefined;

  /** From now on hints are given to `listener`, one for a tenant's facts of some 100 ms; without one they are dropped. */
  listen(listener: Listener): void {
    this.listener = listener;
  }

  /** Gives no hint any more, not even those that are on their way. */
  stop(): void {
    this.listener = undefined;
    for (const timer of this.pending.values()) clearTimeout(timer);
    this.pending.clear();
  }

  notify(tenantId: string): void {
    if (this.listener === undefined || this.pending.has(tenantId)) return;
    const timer = setTimeout(() => {
      this.pending.delete(tenantId);
      this.listener?.(tenantId);
    }, COALESCE_MS);
    this.pending.set(tenantId, timer.unref());
  }
}
