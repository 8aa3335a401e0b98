import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsMoment, MayBeAbsent } from '../../core/http/validation.js';
import { type Interval, INTERVALS } from './interval.js';

/** The most intervals that a chart can show. A longer period needs a longer interval. */
export const MAX_INTERVALS = 400;

export class SummaryRequest {
  @ApiPropertyOptional({
    format: 'date-time',
    description:
      'Inclusive. Defaults to the start (UTC) of the day 89 days before `to`, so that the period covers 90 days including the day of `to`.',
  })
  @IsMoment()
  @MayBeAbsent()
  from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Exclusive. Defaults to the current time.' })
  @IsMoment()
  @MayBeAbsent()
  to?: string;

  @ApiPropertyOptional({
    enum: INTERVALS,
    default: 'day',
    description: `In UTC; weeks start on Monday. The period may overlap at most ${MAX_INTERVALS} intervals.`,
  })
  @IsIn(INTERVALS)
  @MayBeAbsent()
  interval?: Interval;
}

const COUNT = { type: 'integer' } as const;

/**
 * `link_opened` and `code_validated` count events in the period. The other three count the referrals recorded in the
 * period, by their status at `as_of`. It does not matter when they qualified or were rewarded.
 */
export class FunnelAnswer {
  @ApiProperty({
    ...COUNT,
    description: 'Share links opened with a usable code, on the days (UTC) that the period overlaps.',
  })
  link_opened: number;

  @ApiProperty({
    ...COUNT,
    description: 'Checks of a usable code, on the days (UTC) that the period overlaps.',
  })
  code_validated: number;

  @ApiProperty({ ...COUNT, description: 'Referrals recorded in the period: enrollments whose code applied.' })
  enrolled: number;

  @ApiProperty({
    ...COUNT,
    description: 'Of these, referrals that are qualified, applied or unrewarded now.',
  })
  qualified: number;

  @ApiProperty({
    ...COUNT,
    description:
      'Of these, referrals that are applied now: they have at least one reward, and all are applied.',
  })
  rewarded: number;
}

class IntervalAnswer extends FunnelAnswer {
  @ApiProperty({
    format: 'date-time',
    description: 'The start of the whole interval, even if the period cuts it.',
  })
  start: string;
}

/** A referrer of referrals recorded in the period. */
class TopReferrerAnswer {
  @ApiProperty({ example: 'cus_111' }) customer_id: string;
  @ApiProperty({ example: 'John Doe' }) name: string;
  @ApiProperty({ example: 'john@example.com' }) email: string;
  @ApiProperty({ ...COUNT, description: 'Recorded in the period.' }) referrals: number;
  @ApiProperty({ ...COUNT, description: 'Of these, qualified, applied or unrewarded now.' })
  qualified: number;
}

/** Enrollments in the period with at least one code that worked, each counted once. */
class PromoOverlapAnswer {
  @ApiProperty({ ...COUNT, description: 'The referral code applied, and no promo did.' })
  referral_only: number;
  @ApiProperty({ ...COUNT, description: 'The promo applied, and there was no valid referral code.' })
  promo_only: number;
  @ApiProperty({
    ...COUNT,
    description: 'Both applied. With `referral_keep_attribution`, includes promos that are not combinable.',
  })
  both_applied: number;
  @ApiProperty({ ...COUNT, description: 'A promo that is not combinable dropped a valid referral code.' })
  referral_dropped: number;
}

/** The performance of a tenant's program. */
export class SummaryAnswer {
  @ApiProperty({ format: 'date-time' }) from: string;
  @ApiProperty({ format: 'date-time' }) to: string;
  @ApiProperty({ enum: INTERVALS }) interval: Interval;
  @ApiProperty({ format: 'date-time', description: 'The time at which the statuses were read.' })
  as_of: string;
  @ApiProperty({ example: 'USD' }) currency: string;
  @ApiProperty({ type: FunnelAnswer, description: 'The sum of the series.' }) funnel: FunnelAnswer;
  @ApiProperty({
    type: [IntervalAnswer],
    description: 'Every interval that the period overlaps, in order, including empty ones.',
  })
  series: IntervalAnswer[];
  @ApiProperty({
    type: [TopReferrerAnswer],
    description: 'At most 10, by referrals, then by qualified, then by id.',
  })
  top_referrers: TopReferrerAnswer[];
  @ApiProperty({ type: PromoOverlapAnswer }) promo_overlap: PromoOverlapAnswer;
}
