import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataKey } from '../../common/data-key.js';
import { outsideTransaction } from '../../core/database/ambient-transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { Metrics } from '../../core/metrics/metrics.js';
import { Outbox } from '../../core/outbox/outbox.js';
import { TenantDirectoryService } from '../../tenant/tenant-directory.service.js';
import { GUESS_WINDOW_SECONDS } from './guess-rule.js';
import { RateUsageRepository } from './rate-usage.repository.js';
import { slotStart } from './sliding-window-counter.js';
import type { PublicPolicy } from './rate-limit-policy.js';

/** The facts that raised an alarm. */
export interface GuessAlarm {
  readonly policy: PublicPolicy;
  /** The network address or the tenant's slug. It leaves the process as a fingerprint only. */
  readonly subject: string;
  /** The tenant whose codes were checked last. */
  readonly slug: string;
  readonly hits: number;
  readonly misses: number;
  readonly at: Date;
}

/** The time to wait for unfinished alarms at shutdown, so that a database that does not answer can't block it. */
const STOP_LIMIT_MS = 2_000;

/** The `DataKey` purpose of alarm keys. Request counts have another one, so that their keys in `rate_usage` never collide. */
const ALARM = 'guessing alarm';
const ALARM_WINDOW = { seconds: GUESS_WINDOW_SECONDS, slotSeconds: GUESS_WINDOW_SECONDS };

/**
 * Reports that codes are being guessed: a log line and a metric in every process that notices, and one event for the
 * tenant, written by the first process. Responses don't wait for it.
 */
@Injectable()
export class GuessAlarmService implements OnApplicationShutdown {
  private readonly logger = new Logger(GuessAlarmService.name);
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly tenants: TenantDirectoryService,
    private readonly unitOfWork: UnitOfWork,
    private readonly usage: RateUsageRepository,
    private readonly outbox: Outbox,
    private readonly dataKey: DataKey,
    private readonly metrics: Metrics,
  ) {}

  raise(suspicion: GuessAlarm): void {
    const sending = outsideTransaction(() => this.send(suspicion))
      .catch((error: unknown) => {
        this.logger.error({ err: error }, 'failed to record an alarm about guessed codes');
      })
      .finally(() => this.underWay.delete(sending));
    this.underWay.add(sending);
  }

  /** Waits for unfinished alarms before the database is closed. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.race([Promise.all(this.underWay), sleep(STOP_LIMIT_MS, undefined, { ref: false })]);
  }

  private async send({ policy, subject, slug, hits, misses, at }: GuessAlarm): Promise<void> {
    const tenant = await this.tenants.bySlug(slug);
    if (tenant === undefined && policy === 'tenant') return; // nobody to notify
    const found = { subject: policy, hits, misses, window_seconds: GUESS_WINDOW_SECONDS };
    this.metrics.countGuessingAlarm(policy);
    this.logger.warn({ ...found, tenant_id: tenant?.id }, 'codes are being guessed');
    if (tenant === undefined) return;
    const claim = this.dataKey.fingerprint(ALARM, `${policy} ${subject}`);
    const slot = slotStart(ALARM_WINDOW, at.getTime());
    await this.unitOfWork.run(tenant.id, async (tx) => {
      if (!(await this.usage.claim(tx, claim, slot, ALARM_WINDOW.slotSeconds))) return;
      this.outbox.append(tx, at, { type: 'security.guessing_suspected', data: found });
    });
  }
}
