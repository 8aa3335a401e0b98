import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { VALUE_TYPES, type ValueType } from '../tenant/value.js';

const SIDES = ['referrer', 'referee'] as const;
const QUALIFIED_BY = ['enrollment', 'invoice', 'invoice_while_held', 'approval'] as const;
const LIMITS = ['referrer_rewards', 'budget'] as const;

/** The facts of one event in a referral's history. Only the fields that belong to the event are present. */
export class TimelineData {
  @ApiPropertyOptional({
    enum: SIDES,
    description: 'the side that the reward or credit belongs to; absent if the event concerns both sides',
  })
  role?: (typeof SIDES)[number];
  @ApiPropertyOptional({
    example: 'rwd_01jdb0z5n8e8rv3zq6wq5ztg5q',
    description: 'absent for a reward that was withheld',
  })
  reward_id?: string;
  @ApiPropertyOptional({ enum: VALUE_TYPES }) type?: ValueType;
  @ApiPropertyOptional({ example: 10, description: "percent, or major units of the tenant's currency" })
  value?: number;
  @ApiPropertyOptional({ example: 'KH7N4WP3' }) referral_code?: string;
  @ApiPropertyOptional({
    type: [String],
    example: ['same_phone'],
    description: 'the rules that held the referral',
  })
  held_by?: readonly string[];
  @ApiPropertyOptional({ enum: QUALIFIED_BY }) qualified_by?: (typeof QUALIFIED_BY)[number];
  @ApiPropertyOptional({ enum: LIMITS, description: 'the limit that the reward would have passed' })
  limit?: (typeof LIMITS)[number];
  @ApiPropertyOptional({ example: 'INV-1001' }) invoice_id?: string;
  @ApiPropertyOptional({ type: 'integer', example: 500, description: 'an amount of credit' })
  amount_cents?: number;
  @ApiPropertyOptional({
    type: 'integer',
    description: 'the part of the reward that had been used when it was taken back',
  })
  shortfall_cents?: number;
  @ApiPropertyOptional({ description: 'as entered by staff' }) reason?: string;
  @ApiPropertyOptional({ description: 'a text from an older version, which could not be converted to data' })
  note?: string;
}

/** One line of a referral's history. */
export class TimelineLine {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ example: 'referral.qualified' }) event: string;
  @ApiProperty({ example: 'public' }) actor: string;
  @ApiProperty({
    example: 'qualified by enrollment',
    description: 'a sentence made from `data`, in the language of `Accept-Language`',
  })
  detail: string;
  @ApiProperty({ type: TimelineData }) data: TimelineData;
}
