import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../auth/access.decorator.js';
import { databaseUnavailable } from '../database/database.errors.js';
import { PlatformData } from '../database/platform-data.js';
import { isMigrated } from '../database/service-role.js';
import { Answers } from '../common/openapi.decorators.js';
import { HealthAnswer } from './health.dto.js';

@ApiTags('Health')
@Controller('health')
@Public()
export class HealthController {
  constructor(private readonly data: PlatformData) {}

  @Get('live')
  @Answers(200, HealthAnswer, 'The process answers')
  live(): HealthAnswer {
    return { status: 'ok' };
  }

  /** @throws DomainError `database_unavailable` */
  @Get('ready')
  @Answers(200, HealthAnswer, 'The database answers, and is migrated')
  async ready(): Promise<HealthAnswer> {
    if (!(await isMigrated(this.data))) throw databaseUnavailable();
    return { status: 'ok' };
  }
}
