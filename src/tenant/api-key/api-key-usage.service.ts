import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { ApiKeyPrincipal } from '../../core/auth/principal.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { ApiKeyRepository } from './api-key.repository.js';

const MINUTE_MS = 60_000;

/**
 * Notes when keys were last used, beside the answer: it helps people to find keys that nobody needs, and nobody should
 * wait, or be refused, for its sake.
 */
@Injectable()
export class ApiKeyUsageService implements OnModuleDestroy {
  private readonly logger = new Logger(ApiKeyUsageService.name);
  /** By key, so that many requests at the turn of a minute send one write. */
  private readonly writing = new Map<string, Promise<void>>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: ApiKeyRepository,
  ) {}

  /** @param last when it was noted before; within the same minute there is nothing to do */
  record({ tenantId, keyId }: ApiKeyPrincipal, last: Date | null, at: Date): void {
    if (this.writing.has(keyId) || (last !== null && at.getTime() - last.getTime() < MINUTE_MS)) return;
    const written = this.unitOfWork
      .run(tenantId, (tx) => this.keys.touch(tx, keyId, at))
      .catch((err: unknown) => {
        this.logger.warn({ err, key_id: keyId }, 'the use of a key was not noted');
      })
      .finally(() => this.writing.delete(keyId));
    this.writing.set(keyId, written);
  }

  /** The database is left only after what is under way. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.writing.values());
  }
}
