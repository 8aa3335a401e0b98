import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Clock } from '../../core/clock.js';
import { DataKey } from '../../common/data-key.js';
import { RATE_LIMITS, type RateLimits } from './rate-limit-policy.js';
import { type KeyUsage, RateUsageRepository } from './rate-usage.repository.js';
import { type UsageEntry, type UsageStore, UsageStores } from './usage-store.js';

/** Twice a second: including the time in the database, each process learns the counts of the others within a second. */
const SYNC_INTERVAL_MS = 500;
/** The number of keys in one exchange. The rest waits for the next one. */
const MAX_KEYS = 1_000;
/**
 * The time for which the counts of a key are read back after its last use in this process. By then the other processes have
 * shared the requests that they allowed.
 */
const READ_BACK_MS = 2_000;
const PURGE_INTERVAL_MS = 60_000;
/** Longer than any window. */
const KEEP_SECONDS = 1_800;
/** The longest window plus its slot, so that no slot that counts started earlier. */
const LONGEST_SPAN_SECONDS = 660;

/** The time to wait for an exchange at shutdown, so that a database that does not answer can't block it. */
const STOP_LIMIT_MS = 2_000;

/** The purpose of the fingerprints of keys. */
const FINGERPRINT = 'rate usage';

/**
 * Shares the counts of this process with the others and merges theirs, in one statement for all keys. No request waits
 * for it. While the database is unavailable, each process limits by its own counts.
 */
@Injectable()
export class UsageSyncService implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(UsageSyncService.name);
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> | undefined;
  private isDatabaseAway = false;
  private purgeAt = 0;

  constructor(
    @Inject(RATE_LIMITS) private readonly limits: RateLimits,
    private readonly stores: UsageStores,
    private readonly usage: RateUsageRepository,
    private readonly dataKey: DataKey,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    if (this.limits.public + this.limits.tenant === 0) return;
    this.timer = setInterval(() => {
      this.underWay ??= this.sync().finally(() => (this.underWay = undefined));
    }, SYNC_INTERVAL_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await Promise.race([this.underWay, sleep(STOP_LIMIT_MS, undefined, { ref: false })]);
  }

  private async sync(): Promise<void> {
    try {
      for (const store of [this.stores.requests, this.stores.codes]) await this.syncStore(store);
      await this.purgeIfDue();
      if (this.isDatabaseAway) this.logger.warn('rate limits are shared between processes again');
      this.isDatabaseAway = false;
    } catch (error) {
      // Logged once instead of twice a second. Limits continue with the counts of this process.
      if (!this.isDatabaseAway)
        this.logger.warn({ err: error }, 'rate limits are currently not shared between processes');
      this.isDatabaseAway = true;
    }
  }

  private async syncStore(store: UsageStore): Promise<void> {
    const entries = store.takeChanged(MAX_KEYS);
    if (entries.length === 0) return;
    const at = this.clock.now().getTime();
    const known = new Map(entries.map((entry) => [this.fingerprintOf(entry), entry]));
    const own = [...known].flatMap(([key, { counter }]) =>
      counter.unshared(at).map((use): KeyUsage => ({ key, ...use })),
    );
    const since = Math.floor(at / 1000) - LONGEST_SPAN_SECONDS;
    try {
      const all = await this.usage.exchange(
        own,
        [...known.keys()].map((key) => ({ key, since })),
      );
      for (const use of own) known.get(use.key)?.counter.markShared(use);
      for (const use of all) known.get(use.key)?.counter.merge(use, at);
      store.putBack(entries.filter(({ usedAt }) => at - usedAt < READ_BACK_MS));
    } catch (error) {
      store.putBack(entries);
      throw error;
    }
  }

  private async purgeIfDue(): Promise<void> {
    const at = this.clock.now().getTime();
    if (at < this.purgeAt) return;
    await this.usage.purge(Math.floor(at / 1000) - KEEP_SECONDS);
    this.purgeAt = at + PURGE_INTERVAL_MS;
  }

  private fingerprintOf(entry: UsageEntry): string {
    return (entry.fingerprint ??= this.dataKey.fingerprint(FINGERPRINT, entry.key));
  }
}
