import type { INestApplicationContext } from '@nestjs/common';
import { env } from '../../common/env.js';

/** Runs `work` with the application's services, without listening on a port. */
export async function withService<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const settings = env(); // first, so that an invalid setting is reported before the service is loaded
  const { openService } = await import('../service.js');
  const service = await openService({ ...settings, LOG_LEVEL: 'silent' });
  try {
    return await work(service.app);
  } finally {
    await service.close();
  }
}
