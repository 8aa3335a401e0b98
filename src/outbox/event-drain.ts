import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EventHints } from './event-hints.js';
import { EventOrderRepository, NUMBERING_BATCH, type NumberedEvent } from './event-order.repository.js';
import { UnnumberedEventQuery } from './unnumbered-event.query.js';

/** Acts on facts in the transaction that gives them their places: with it, or not at all. */
export type Follower = (tx: Transaction, events: readonly NumberedEvent[]) => Promise<void>;

/**
 * Gives committed facts their places in the tenant's order, without a gap. Not when they are written: whoever takes a
 * number then makes everybody else wait until they commit, or leaves a hole behind which something appears later.
 */
@Injectable()
export class EventDrain implements OnApplicationShutdown {
  private readonly logger = new Logger(EventDrain.name);
  private readonly followers: Follower[] = [];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly order: EventOrderRepository,
    private readonly unnumbered: UnnumberedEventQuery,
    private readonly hints: EventHints,
  ) {}

  /** Lets another room act on every fact; called while the product is put together. */
  follow(follower: Follower): void {
    this.followers.push(follower);
  }

  /** From now on facts that this process commits are numbered a moment later. */
  drainWhenHinted(): void {
    this.hints.listen((tenantId) => {
      this.drain(tenantId).catch((error: unknown) => {
        this.logger.warn({ err: error, tenantId }, 'could not number events'); // the sweep will
      });
    });
  }

  onApplicationShutdown(): void {
    this.hints.stop();
  }

  /**
   * Numbers what was committed before the call. Safe to call from many places at once: one numbers, the others wait.
   * @returns how many facts it numbered itself
   * @throws DomainError `database_unavailable`
   */
  async drain(tenantId: string): Promise<number> {
    let numbered = 0;
    while (await this.unnumbered.any(tenantId)) {
      const batch = await this.unitOfWork.run(tenantId, (tx) => this.numberBatch(tx));
      numbered += batch;
      if (batch < NUMBERING_BATCH) break;
    }
    return numbered;
  }

  private async numberBatch(tx: Transaction): Promise<number> {
    this.order.lock(tx);
    const events = await this.order.number(tx);
    if (events.length > 0) for (const follower of this.followers) await follower(tx, events);
    return events.length;
  }
}
