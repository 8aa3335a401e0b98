import { Injectable } from '@nestjs/common';
import { IdempotencyService, PLATFORM } from '../../edge/idempotency/idempotency.service.js';
import { TenantQuery } from '../../tenant/tenant.query.js';

/** Deletes expired idempotent answers. They contain personal data, whose deletion is documented. */
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
