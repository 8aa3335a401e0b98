import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EventNotifierService } from './event-notifier.service.js';
import { EventOrderRepository, NUMBERING_BATCH, type NumberedEvent } from './event-order.repository.js';
import { UnnumberedEventQuery } from './unnumbered-event.query.js';

/** Acts on facts in the transaction that gives them their places: with it, or not at all. */
export type EventSubscriber = (tx: Transaction, events: readonly NumberedEvent[]) => Promise<void>;

/** Numbering by this process, and what must follow it. */
interface Run {
  readonly ended: Promise<unknown>;
  /** For what was committed after this one has looked: shared by all who ask meanwhile. */
  next?: { waits: boolean; readonly numbered: Promise<number> };
}

/**
 * Gives committed facts their places in the tenant's order, without a gap. Not when they are written: whoever takes a
 * number then makes everybody else wait until they commit, or leaves a hole behind which something appears later.
 *
 * In a process one run numbers a tenant's facts, whoever asks how often: so at most one connection waits for the lock.
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

  /** Lets another room act on every fact; called while the product is put together. */
  subscribe(follower: EventSubscriber): void {
    this.subscribers.push(follower);
  }

  /** From now on facts that this process commits are numbered a moment later. */
  drainOnNotify(): void {
    this.notifier.listen((tenantId) => {
      this.drainIfFree(tenantId).catch((error: unknown) => {
        this.logger.warn({ err: error, tenantId }, 'could not number events'); // the sweep will
      });
    });
  }

  onApplicationShutdown(): void {
    this.notifier.stop();
  }

  /**
   * Numbers what was committed before the call. Where another process is numbering, it waits for that.
   * @returns how many facts were numbered by the run that this call was a part of
   * @throws DomainError `database_unavailable`, `busy`
   */
  drain(tenantId: string): Promise<number> {
    return this.run(tenantId, true);
  }

  /** The same, but leaves to another process what that is numbering at the moment, and looks again a little later. */
  drainIfFree(tenantId: string): Promise<number> {
    return this.run(tenantId, false);
  }

  /** Numbers, as a part of a transaction, what was committed before. Nobody else numbers before that has ended. */
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
    if (events.length > 0) for (const follower of this.subscribers) await follower(tx, events);
    return events.length;
  }
}
