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
      'included; if absent the start (UTC) of the day 89 days before `to`: 90 days with that of `to`',
  })
  @IsMoment()
  @MayBeAbsent()
  from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'not included; now if absent' })
  @IsMoment()
  @MayBeAbsent()
  to?: string;

  @ApiPropertyOptional({
    enum: INTERVALS,
    default: 'day',
    description: `of UTC; weeks begin on Monday. The period may touch at most ${MAX_INTERVALS} of them`,
  })
  @IsIn(INTERVALS)
  @MayBeAbsent()
  interval?: Interval;
}

const COUNT = { type: 'integer' } as const;

/**
 * `link_opened` and `code_validated` count what happened in the period. The other three describe the referrals recorded
 * in the period by their state at `as_of`, whenever they qualified or were rewarded.
 */
export class FunnelAnswer {
  @ApiProperty({
    ...COUNT,
    description:
      'share links opened with a code that could be used, on the days (UTC) that the period touches',
  })
  link_opened: number;

  @ApiProperty({
    ...COUNT,
    description: 'checks of a code that said it could be used, on the days (UTC) that the period touches',
  })
  code_validated: number;

  @ApiProperty({ ...COUNT, description: 'referrals recorded in the period: enrollments whose code applied' })
  enrolled: number;

  @ApiProperty({ ...COUNT, description: 'of these, those that are qualified or applied now' })
  qualified: number;

  @ApiProperty({
    ...COUNT,
    description: 'of these, those that are applied now: each of their rewards is, and there is at least one',
  })
  rewarded: number;
}

class IntervalAnswer extends FunnelAnswer {
  @ApiProperty({ format: 'date-time', description: 'of the whole interval, also when the period cuts it' })
  start: string;
}

/** A referrer of referrals recorded in the period. */
class TopReferrerAnswer {
  @ApiProperty({ example: 'cus_111' }) customer_id: string;
  @ApiProperty({ example: 'John Doe' }) name: string;
  @ApiProperty({ example: 'john@example.com' }) email: string;
  @ApiProperty({ ...COUNT, description: 'recorded in the period' }) referrals: number;
  @ApiProperty({ ...COUNT, description: 'of these, qualified or applied now' }) qualified: number;
}

/** Enrollments in the period with at least one code that worked, each counted once. */
class PromoOverlapAnswer {
  @ApiProperty({ ...COUNT, description: 'the referral code applied, and no promo did' })
  referral_only: number;
  @ApiProperty({ ...COUNT, description: 'the promo applied, and no valid referral code was brought' })
  promo_only: number;
  @ApiProperty({
    ...COUNT,
    description: 'both applied; with `referral_keep_attribution` also beside a promo that is not combinable',
  })
  both_applied: number;
  @ApiProperty({ ...COUNT, description: 'the promo, which is not combinable, dropped a valid referral code' })
  referral_dropped: number;
}

/** The performance of a tenant's program. */
export class SummaryAnswer {
  @ApiProperty({ format: 'date-time' }) from: string;
  @ApiProperty({ format: 'date-time' }) to: string;
  @ApiProperty({ enum: INTERVALS }) interval: Interval;
  @ApiProperty({ format: 'date-time', description: 'the moment of what is qualified and rewarded' })
  as_of: string;
  @ApiProperty({ example: 'USD' }) currency: string;
  @ApiProperty({ type: FunnelAnswer, description: 'the sum of the series' }) funnel: FunnelAnswer;
  @ApiProperty({
    type: [IntervalAnswer],
    description: 'every interval that the period touches, in order, those without anything too',
  })
  series: IntervalAnswer[];
  @ApiProperty({
    type: [TopReferrerAnswer],
    description: 'at most 10: most referrals first, then most qualified, then by id',
  })
  top_referrers: TopReferrerAnswer[];
  @ApiProperty({ type: PromoOverlapAnswer }) promo_overlap: PromoOverlapAnswer;
}
