import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsString, Max, MaxLength, Min, ValidateBy } from 'class-validator';
import { PageRequest } from '../../core/http/page.js';
import { IsLine, MayBeAbsent, MayBeNull } from '../../core/http/validation.js';
import { EVENT_TYPES } from '../../core/outbox/event-type.js';
import {
  type AttemptError,
  DELIVERY_KINDS,
  DELIVERY_STATUSES,
  type DeliveryKind,
  type DeliveryStatus,
} from './webhook-delivery.entity.js';
import { ALL_EVENTS, isSubscription } from './subscription.js';
import { MAX_URL_LENGTH } from './webhook-target.js';

const SUBSCRIPTION = {
  type: 'array' as const,
  items: { type: 'string' as const, enum: [ALL_EVENTS, ...EVENT_TYPES] },
  example: ['referral.qualified', 'reward.applied'],
  description: 'Event types without duplicates, or ["*"] for all.',
};

const IsSubscription = (): PropertyDecorator =>
  ValidateBy({
    name: 'isSubscription',
    validator: {
      validate: isSubscription,
      defaultMessage: () => 'events must be event types without duplicates, or ["*"]',
    },
  });

export class CreateWebhookRequest {
  @ApiProperty({ example: 'https://example.com/hooks/referrals', maxLength: MAX_URL_LENGTH })
  @MaxLength(MAX_URL_LENGTH)
  @IsString()
  url: string;

  @ApiProperty(SUBSCRIPTION)
  @IsSubscription()
  events: string[];

  @ApiPropertyOptional({ maxLength: 200, nullable: true, type: String })
  @IsLine(200)
  @MayBeNull()
  description?: string | null;

  @ApiPropertyOptional({ default: true })
  @IsBoolean()
  @MayBeAbsent()
  active?: boolean;
}

export class UpdateWebhookRequest extends PartialType(CreateWebhookRequest, { skipNullProperties: false }) {}

const SEQUENCE = { type: 'integer', minimum: 1 } as const;
const MAX_SEQUENCE = 999_999_999_999_999;

export class ReplayRequest {
  @ApiProperty({ ...SEQUENCE, description: 'The first event.' })
  @Max(MAX_SEQUENCE)
  @Min(1)
  @IsInt()
  from_sequence: number;

  @ApiPropertyOptional({ ...SEQUENCE, description: 'The last event. Defaults to the latest.' })
  @Max(MAX_SEQUENCE)
  @Min(1)
  @IsInt()
  @MayBeAbsent()
  to_sequence?: number;
}

export class ListDeliveriesRequest extends PageRequest {
  @ApiPropertyOptional({ enum: DELIVERY_STATUSES })
  @IsIn(DELIVERY_STATUSES)
  @MayBeAbsent()
  status?: DeliveryStatus;
}

export class WebhookAnswer {
  @ApiProperty({ example: 'whk_01jdb0z5n8e8rv3zq6wq5ztg5q' }) id: string;
  @ApiProperty() url: string;
  @ApiProperty(SUBSCRIPTION) events: string[];
  @ApiProperty({ nullable: true, type: String }) description: string | null;
  @ApiProperty() active: boolean;
  @ApiProperty({ enum: ['gone'], nullable: true, description: 'gone: the receiver answered with 410.' })
  disabled_reason: 'gone' | null;
  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'Until then, deliveries are signed with the old secret, too.',
  })
  previous_secret_until: string | null;
  @ApiProperty({ format: 'date-time' }) created_at: string;
}

export class WebhookSecretAnswer extends WebhookAnswer {
  @ApiProperty({
    example: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD+2bNTmhHQ3U=',
    description: 'Shown only in this response.',
  })
  secret: string;
}

export class DeliveryAnswer {
  @ApiProperty({ example: 'dlv_01jdb0z5n8e8rv3zq6wq5ztg5q' }) id: string;
  @ApiProperty({ description: 'The value of the webhook-id header. For a test, the id of the delivery.' })
  event_id: string;
  @ApiProperty({ example: 'referral.qualified' }) type: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Null for a test.' }) sequence: number | null;
  @ApiProperty({ enum: DELIVERY_KINDS }) kind: DeliveryKind;
  @ApiProperty({ enum: DELIVERY_STATUSES }) status: DeliveryStatus;
  @ApiProperty({ type: 'integer' }) attempts: number;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) next_attempt_at: string | null;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) last_attempt_at: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The status of the last response.' })
  last_status: number | null;
  @ApiProperty({ type: String, nullable: true, example: 'timeout' }) last_error: AttemptError | null;
  @ApiProperty({ format: 'date-time' }) created_at: string;
}

export class ReplayAnswer {
  @ApiProperty({ type: 'integer', description: 'The number of deliveries that were created.' })
  deliveries: number;
}
