import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForPlatform } from '../auth/access.decorator.js';
import { AnswersFile } from '../http/openapi.decorators.js';
import { Metrics } from './metrics.js';

@ApiTags('Metrics')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @ForPlatform()
  @AnswersFile(['text/plain'], 'Get the metrics of this process in Prometheus format')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  text(): Promise<string> {
    return this.metrics.text();
  }
}
