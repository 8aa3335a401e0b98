import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EventNotifierService } from './event-notifier.service.js';
import { EventOrderRepository, NUMBERING_BATCH, type NumberedEvent } from './event-order.repository.js';
import { UnnumberedEventQuery } from './unnumbered-event.query.js';

/** Handles events in the transaction that numbers them: both commit, or neither does. */
export type EventSubscriber = (tx: Transaction, events: readonly NumberedEvent[]) => Promise<void>;

/** A run that numbers events in this process, and the one that follows it. */
interface Run {
  readonly ended: Promise<unknown>;
  /** For events committed after the current run has looked for events. Shared by all callers until it starts. */
  next?: { waits: boolean; readonly numbered: Promise<number> };
}

/**
 * Numbers committed events in the tenant's order, without gaps. Events are not numbered when they are written: a writer
 * that takes a number would make all others wait until it commits, or leave a gap that is filled later.
 *
 * Each process runs one numbering for a tenant at a time, so at most one of its connections waits for the lock.
 */
@Injectable()
export class EventDrainService implements OnApplicationShutdown {
  private readonly logger = new Logger(EventDrainService.name);
  private readonly subscribers: EventSubscriber[] = [];
  private readonly runs = new Map<string, Run>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly order: EventOrderRepository,
    private readonly unnumbered: UnnumberedEventQuery,
    private readonly notifier: EventNotifierService,
  ) {}

  /** Registers a handler for all events. Called while modules are initialized. */
  subscribe(subscriber: EventSubscriber): void {
    this.subscribers.push(subscriber);
  }

  /** Starts to number the events that this process commits, shortly after each commit. */
  drainOnNotify(): void {
    this.notifier.listen((tenantId) => {
      this.drainIfFree(tenantId).catch((error: unknown) => {
        this.logger.warn({ err: error, tenantId }, 'failed to number events'); // the sweep will number them
      });
    });
  }

  onApplicationShutdown(): void {
    this.notifier.stop();
  }

  /**
   * Numbers all events that were committed before the call. Waits for another process that is numbering.
   * @returns the number of events in the run that served this call
   * @throws DomainError `database_unavailable`, `busy`
   */
  drain(tenantId: string): Promise<number> {
    return this.run(tenantId, true);
  }

  /** Numbers committed events unless another process is doing so; in that case it tries again shortly after. */
  drainIfFree(tenantId: string): Promise<number> {
    return this.run(tenantId, false);
  }

  /** Numbers all events committed so far, as a part of a transaction, and blocks other numbering until the transaction ends. */
  async drainWithin(tx: Transaction): Promise<void> {
    this.order.lock(tx);
    while ((await this.numberBatch(tx)) === NUMBERING_BATCH);
  }

  private run(tenantId: string, waits: boolean): Promise<number> {
    const current = this.runs.get(tenantId);
    if (current === undefined) return this.begin(tenantId, waits);
    if (current.next !== undefined) {
      current.next.waits ||= waits;
      return current.next.numbered;
    }
    const next: NonNullable<Run['next']> = {
      waits,
      numbered: current.ended.then(() => this.run(tenantId, next.waits)),
    };
    current.next = next;
    return next.numbered;
  }

  private begin(tenantId: string, waits: boolean): Promise<number> {
    const numbered = this.numberAll(tenantId, waits);
    const end = (): void => void this.runs.delete(tenantId);
    this.runs.set(tenantId, { ended: numbered.then(end, end) });
    return numbered;
  }

  private async numberAll(tenantId: string, waits: boolean): Promise<number> {
    let numbered = 0;
    while (await this.unnumbered.exists(tenantId)) {
      const batch = await this.unitOfWork.run(tenantId, async (tx) => {
        if (waits) this.order.lock(tx);
        else if (!(await this.order.tryLock(tx))) return undefined;
        return this.numberBatch(tx);
      });
      if (batch === undefined) this.notifier.notify(tenantId);
      numbered += batch ?? 0;
      if (batch !== NUMBERING_BATCH) break;
    }
    return numbered;
  }

  private async numberBatch(tx: Transaction): Promise<number> {
    const events = await this.order.number(tx);
    if (events.length > 0) for (const subscriber of this.subscribers) await subscriber(tx, events);
    return events.length;
  }
}
