import { Injectable } from '@nestjs/common';
import { IdempotencyService, PLATFORM } from '../../edge/idempotency/idempotency.service.js';
import { TenantQuery } from '../../tenant/tenant.query.js';

/**
 * Deletes the answers that were stored for an `Idempotency-Key` once they expire. They contain personal data, and
 * docs/privacy.md says how long they are kept.
 */
@Injectable()
export class IdempotencySweepService {
  constructor(
    private readonly tenants: TenantQuery,
    private readonly answers: IdempotencyService,
  ) {}

  /**
   * Sweeps the platform's own answers and those of all tenants once.
   * @param signal ends the sweep between two tenants
   */
  async run(signal?: AbortSignal): Promise<void> {
    await this.answers.purge(PLATFORM);
    for await (const { id } of this.tenants.all()) {
      if (signal?.aborted) return;
      await this.answers.purge(id);
    }
  }
}
