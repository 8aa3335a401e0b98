import { Injectable } from '@nestjs/common';

/** Events that follow each other within this time are notified together. */
const COALESCE_MS = 100;

type Listener = (tenantId: string) => void;

/**
 * Notifies this process shortly after events of a tenant were committed. A notification is lost if the process ends
 * first or there is no listener. That only causes a delay, because the events are in the database.
 */
@Injectable()
export class EventNotifierService {
  private readonly pending = new Map<string, NodeJS.Timeout>();
  private listener: Listener | undefined;

  /**
   * Sets the listener. It is called once for all events of a tenant within 100 ms. Without a listener, notifications
   * are dropped.
   */
  listen(listener: Listener): void {
    this.listener = listener;
  }

  /** Cancels all notifications, including pending ones. */
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
