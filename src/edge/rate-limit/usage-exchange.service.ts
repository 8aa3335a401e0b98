import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Clock } from '../../core/clock.js';
import { DataKey } from '../../common/data-key.js';
import { RATE_LIMITS, type RateLimits } from './rate-limit-options.js';
import { type KeyUse, RateUsageRepository } from './rate-usage.repository.js';
import { type BookEntry, type UsageBook, UsageBooks } from './usage-book.js';

/** Twice a second: with the time the database takes, each process knows of the others within one. */
const EXCHANGE_EVERY_MS = 500;
/** Keys told in one go; the rest waits for the next. */
const MAX_KEYS = 1_000;
/** For so long after its last use here a key is read back: by then the others have told what they let in meanwhile. */
const LISTEN_MS = 2_000;
const PURGE_EVERY_MS = 60_000;
/** Longer than anything is counted. */
const KEEP_SECONDS = 1_800;
/** Slots are asked for by their start, and none that counts began earlier. */
const LONGEST_SPAN_SECONDS = 660;

/** A database that does not answer must not keep a process from ending. */
const STOP_LIMIT_MS = 2_000;

/** What fingerprints of keys are made for. */
const FINGERPRINT = 'rate usage';

/**
 * Tells the other processes what this one lets in, and hears what they do, in one statement for all keys. No request
 * waits for it. While the database is away each process limits by what it knows.
 */
@Injectable()
export class UsageExchangeService implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(UsageExchangeService.name);
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> | undefined;
  private away = false;
  private purgeAt = 0;

  constructor(
    @Inject(RATE_LIMITS) private readonly limits: RateLimits,
    private readonly books: UsageBooks,
    private readonly usage: RateUsageRepository,
    private readonly dataKey: DataKey,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    if (this.limits.public + this.limits.tenant === 0) return;
    this.timer = setInterval(() => {
      this.underWay ??= this.exchange().finally(() => (this.underWay = undefined));
    }, EXCHANGE_EVERY_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await Promise.race([this.underWay, sleep(STOP_LIMIT_MS, undefined, { ref: false })]);
  }

  private async exchange(): Promise<void> {
    try {
      for (const book of [this.books.requests, this.books.codes]) await this.exchangeBook(book);
      await this.purgeNowAndThen();
      if (this.away) this.logger.warn('rate limits are shared between processes again');
      this.away = false;
    } catch (error) {
      // Said once, not twice a second: limits go on by what this process knows.
      if (!this.away) this.logger.warn({ err: error }, 'rate limits are not shared between processes now');
      this.away = true;
    }
  }

  private async exchangeBook(book: UsageBook): Promise<void> {
    const entries = book.takeChanged(MAX_KEYS);
    if (entries.length === 0) return;
    const at = this.clock.now().getTime();
    const known = new Map(entries.map((entry) => [this.fingerprintOf(entry), entry]));
    const mine = [...known].flatMap(([key, { count }]) =>
      count.untold(at).map((use): KeyUse => ({ key, ...use })),
    );
    const since = Math.floor(at / 1000) - LONGEST_SPAN_SECONDS;
    try {
      const all = await this.usage.exchange(
        mine,
        [...known.keys()].map((key) => ({ key, since })),
      );
      for (const use of mine) known.get(use.key)?.count.told(use);
      for (const use of all) known.get(use.key)?.count.learn(use, at);
      book.putBack(entries.filter(({ usedAt }) => at - usedAt < LISTEN_MS));
    } catch (error) {
      book.putBack(entries);
      throw error;
    }
  }

  private async purgeNowAndThen(): Promise<void> {
    const at = this.clock.now().getTime();
    if (at < this.purgeAt) return;
    await this.usage.purge(Math.floor(at / 1000) - KEEP_SECONDS);
    this.purgeAt = at + PURGE_EVERY_MS;
  }

  private fingerprintOf(entry: BookEntry): string {
    return (entry.fingerprint ??= this.dataKey.fingerprint(FINGERPRINT, entry.key));
  }
}
