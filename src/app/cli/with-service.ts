import type { INestApplicationContext } from '@nestjs/common';
import { env } from '../../common/env.js';
import { openService } from '../service.js';

/** Runs `work` with the application's services, without listening on a port. */
export async function withService<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const service = await openService({ ...env(), LOG_LEVEL: 'silent' });
  try {
    return await work(service.app);
  } finally {
    await service.close();
  }
}
