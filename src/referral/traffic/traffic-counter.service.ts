import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Clock } from '../../core/clock.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { TrafficBuffer, type TrafficKind } from './traffic-buffer.js';
import { TrafficRepository } from './traffic.repository.js';

/** The time between two flushes. The counts since the last flush are lost when a process is killed. */
const FLUSH_EVERY_MS = 3_000;
/** The size of the buffer in entries, each for one tenant and day; about 3 MB when full. */
const MAX_DAYS = 20_000;
/** Bounds the last write, so that a database that does not answer cannot delay the shutdown. */
const STOP_LIMIT_MS = 2_000;

/**
 * Counts opened links and checked codes. A request only increments a number in memory. The counts are added to the
 * day's rows every few seconds and on shutdown, in one small transaction per tenant, because row-level security lets a
 * statement write for one tenant only.
 */
@Injectable()
export class TrafficCounterService implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(TrafficCounterService.name);
  private readonly buffer = new TrafficBuffer(MAX_DAYS);
  private timer: NodeJS.Timeout | undefined;
  private flushing: Promise<void> | undefined;
  /** True after a warning, until a write succeeds: the warning is logged once. */
  private failing = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly traffic: TrafficRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.flush(), FLUSH_EVERY_MS).unref();
  }

  /** Writes the last counts. Called after all requests have been answered. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    const written = this.flush().then(() => this.flush()); // a running flush may lack the latest counts
    await Promise.race([written, sleep(STOP_LIMIT_MS, undefined, { ref: false })]);
  }

  /** Counts a use of a code. Callers have checked that the tenant exists and that the code can be used. */
  count(tenantId: string, kind: TrafficKind): void {
    if (!this.buffer.add(tenantId, this.clock.now(), kind))
      this.warnOnce('the buffer of traffic counts is full, new counts are dropped');
  }

  /** Writes the counts. Those that could not be written are kept for the next flush. */
  flush(): Promise<void> {
    this.flushing ??= this.write().finally(() => (this.flushing = undefined));
    return this.flushing;
  }

  private async write(): Promise<void> {
    const taken = this.buffer.takeAll();
    for (const [index, entry] of taken.entries()) {
      try {
        await this.unitOfWork.run(entry.tenantId, (tx) => {
          this.traffic.add(tx, entry);
          return Promise.resolve();
        });
        this.failing = false;
      } catch (error) {
        this.buffer.putBack(taken.slice(index));
        this.warnOnce('failed to write traffic counts, they are kept for the next try', error);
        return;
      }
    }
  }

  private warnOnce(message: string, err?: unknown): void {
    if (!this.failing) this.logger.warn({ err }, message);
    this.failing = true;
  }
}
