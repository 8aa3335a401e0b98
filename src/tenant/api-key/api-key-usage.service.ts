import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { ApiKeyPrincipal } from '../../core/auth/principal.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { ApiKeyRepository } from './api-key.repository.js';

const MINUTE_MS = 60_000;

/**
 * Records when keys were last used, which helps people find unused keys. Done in the background: no request waits for
 * it or fails because of it.
 */
@Injectable()
export class ApiKeyUsageService implements OnModuleDestroy {
  private readonly logger = new Logger(ApiKeyUsageService.name);
  /** Pending writes by key, so that concurrent requests cause one write. */
  private readonly writing = new Map<string, Promise<void>>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: ApiKeyRepository,
  ) {}

  /**
   * Records a use.
   * @param last the recorded time; within the same minute nothing is written
   */
  record({ tenantId, keyId }: ApiKeyPrincipal, last: Date | null, at: Date): void {
    if (this.writing.has(keyId) || (last !== null && at.getTime() - last.getTime() < MINUTE_MS)) return;
    const written = this.unitOfWork
      .run(tenantId, (tx) => this.keys.touch(tx, keyId, at))
      .catch((err: unknown) => {
        this.logger.warn({ err, key_id: keyId }, 'failed to record the use of an API key');
      })
      .finally(() => this.writing.delete(keyId));
    this.writing.set(keyId, written);
  }

  /** Waits for pending writes before the database is closed. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.writing.values());
  }
}
