import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Clock } from '../../core/clock.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { TrafficBook, type TrafficKind } from './traffic-book.js';
import { TrafficRepository } from './traffic.repository.js';

/** So much is lost at most when a process ends without a word. */
const FLUSH_EVERY_MS = 3_000;
/** Days of tenants; some 3 MB when full. */
const MAX_DAYS = 20_000;
/** A database that does not answer must not keep a process from ending. */
const STOP_LIMIT_MS = 2_000;

/**
 * Counts what people do with codes before they enroll. A request adds to a number in memory and waits for nothing;
 * every few seconds, and once more at the end, what has been counted is added to the day's rows: one small transaction
 * for each tenant that had traffic, because row-level security lets no statement write for two.
 */
@Injectable()
export class TrafficCounterService implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(TrafficCounterService.name);
  private readonly book = new TrafficBook(MAX_DAYS);
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> | undefined;
  /** Said once, until it is written again. */
  private failing = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly traffic: TrafficRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.flush(), FLUSH_EVERY_MS).unref();
  }

  /** By then the last request has been answered. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    const written = this.flush().then(() => this.flush()); // the second for what the first one began without
    await Promise.race([written, sleep(STOP_LIMIT_MS, undefined, { ref: false })]);
  }

  /** @param tenantId of a tenant that exists, about a code of its own that can be used */
  count(tenantId: string, kind: TrafficKind): void {
    if (!this.book.add(tenantId, this.clock.now(), kind)) this.complain('traffic is not counted now');
  }

  /** Writes what has been counted. What could not be written stays for the next turn. */
  flush(): Promise<void> {
    this.underWay ??= this.write().finally(() => (this.underWay = undefined));
    return this.underWay;
  }

  private async write(): Promise<void> {
    const taken = this.book.takeAll();
    for (const [index, entry] of taken.entries()) {
      try {
        await this.unitOfWork.run(entry.tenantId, (tx) => {
          this.traffic.add(tx, entry);
          return Promise.resolve();
        });
        this.failing = false;
      } catch (error) {
        this.book.putBack(taken.slice(index));
        this.complain('traffic waits to be written', error);
        return;
      }
    }
  }

  private complain(what: string, err?: unknown): void {
    if (!this.failing) this.logger.warn({ err }, what);
    this.failing = true;
  }
}
