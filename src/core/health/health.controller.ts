import { Controller, Get } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Public } from '../auth/access.decorator.js';
import { DomainError } from '../../common/domain-error.js';
import { PlatformData } from '../database/platform-data.js';
import { isMigrated } from '../database/service-role.js';
import { Answers } from '../http/openapi.decorators.js';

export class HealthAnswer {
  @ApiProperty({ enum: ['ok'] }) status: 'ok';
}

const notMigrated = (): DomainError =>
  new DomainError(
    'unavailable',
    'database_not_migrated',
    'The database lacks a migration that this version requires.',
  );

@ApiTags('Health')
@Controller('health')
@Public()
export class HealthController {
  private probe: Promise<boolean> | undefined;

  constructor(private readonly data: PlatformData) {}

  @Get('live')
  @Answers(200, HealthAnswer, 'Check that the process is running')
  live(): HealthAnswer {
    return { status: 'ok' };
  }

  /**
   * Checks the connection and the schema.
   * @throws DomainError `database_unavailable`, `database_not_migrated`
   */
  @Get('ready')
  @Answers(200, HealthAnswer, 'Check that the database is available and migrated')
  async ready(): Promise<HealthAnswer> {
    // Concurrent probes share one check. Probes are not rate limited, so they must not cost others anything.
    this.probe ??= isMigrated(this.data).finally(() => (this.probe = undefined));
    if (!(await this.probe)) throw notMigrated();
    return { status: 'ok' };
  }
}
