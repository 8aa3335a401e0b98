import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { MAX_LIMIT } from '../../core/http/page.js';
import { MayBeAbsent, ParseInteger } from '../../core/http/validation.js';
import { EVENT_TYPES, type EventType } from '../../core/outbox/event-type.js';

export class ReadEventsRequest {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    default: 0,
    description: 'The last sequence that you have received.',
  })
  @ParseInteger()
  @Min(0)
  @IsInt()
  after = 0;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: 50 })
  @ParseInteger()
  @Max(MAX_LIMIT)
  @Min(1)
  @IsInt()
  limit = 50;

  @ApiPropertyOptional({ enum: EVENT_TYPES, enumName: 'EventType' })
  @IsIn(EVENT_TYPES)
  @MayBeAbsent()
  type?: EventType;
}

/** One event. */
export class EventAnswer {
  @ApiProperty({ type: 'integer', example: 42, description: "The position in the tenant's order: 1, 2, 3 …" })
  sequence: number;
  @ApiProperty({ example: 'evt_01jdb0z5n8e8rv3zq6wq5ztg5q' }) id: string;
  @ApiProperty({ enum: EVENT_TYPES, enumName: 'EventType' }) type: EventType;
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({ type: 'object', additionalProperties: true, example: { promo_id: 'pro_1' } })
  data: Record<string, unknown>;
}

/** Events in ascending order. The `sequence` of the last one is the `after` of the next call. */
export class EventFeedAnswer {
  @ApiProperty({ type: [EventAnswer] }) data: EventAnswer[];
  @ApiProperty() has_more: boolean;
}
