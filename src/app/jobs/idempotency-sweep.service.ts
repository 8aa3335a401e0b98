import { Injectable } from '@nestjs/common';
import { IdempotencyService } from '../../edge/idempotency/idempotency.service.js';
import { TenantQuery } from '../../tenant/tenant.query.js';

/** Forgets the answers that idempotency keys replay no more: they hold people's data, and are promised to end. */
@Injectable()
export class IdempotencySweepService {
  constructor(
    private readonly tenants: TenantQuery,
    private readonly answers: IdempotencyService,
  ) {}

  /** One pass over all tenants. @param signal ends it between two tenants */
  async run(signal?: AbortSignal): Promise<void> {
    for await (const { id } of this.tenants.all()) {
      if (signal?.aborted) return;
      await this.answers.purge(id);
    }
  }
}
