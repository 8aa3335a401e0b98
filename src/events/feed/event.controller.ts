import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForTenantAdmin } from '../../core/auth/access.decorator.js';
import type { JsonText } from '../../core/http/json-text.js';
import { Answers } from '../../core/http/openapi.decorators.js';
import { CurrentTenant } from '../../tenant/current-tenant.decorator.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { EventFeedAnswer, ReadEventsRequest } from './event.dto.js';
import { FeedService } from './feed.service.js';

@ApiTags('Events')
@Controller('events')
export class EventController {
  constructor(private readonly feed: FeedService) {}

  @Get()
  @ForTenantAdmin()
  @Answers(200, EventFeedAnswer, 'Read the event feed in order', 422)
  read(
    @CurrentTenant() { id }: Tenant,
    @Query() request: ReadEventsRequest,
  ): Promise<JsonText<EventFeedAnswer>> {
    return this.feed.read(id, request);
  }
}
