import { Injectable } from '@nestjs/common';
import type { JsonText } from '../../core/http/json-text.js';
import { EventDrainService } from '../../core/outbox/event-drain.service.js';
import type { EventFeedAnswer, ReadEventsRequest } from './event.dto.js';
import { EventQuery } from './event.query.js';

@Injectable()
export class FeedService {
  constructor(
    private readonly drain: EventDrainService,
    private readonly events: EventQuery,
  ) {}

  /**
   * Returns every event that was committed before the call: unnumbered ones are numbered first.
   * @throws DomainError `database_unavailable`, `busy`
   */
  async read(tenantId: string, request: ReadEventsRequest): Promise<JsonText<EventFeedAnswer>> {
    await this.drain.drain(tenantId);
    return this.events.after(tenantId, request);
  }
}
