import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { ExposureAnswer } from '../../config/exposure.dto.js';
import type { LeftOut } from './program-replay.js';

const INTEGER = { type: 'integer' } as const;

/** The cost of one side. Credit and fixed discounts count at face value, whenever they are used. */
class SideCostAnswer {
  @ApiProperty({ ...INTEGER, example: 42 }) rewards: number;
  @ApiProperty({ ...INTEGER, example: 84000 }) credit_cents: number;
  @ApiProperty({ ...INTEGER, example: 0 }) fixed_cents: number;
  @ApiProperty({ ...INTEGER, example: 0 }) percent_rewards: number;
  @ApiProperty({ type: Number, nullable: true, example: 15, description: 'null: there are none' })
  average_percent: number | null;
  @ApiProperty({
    ...INTEGER,
    example: 0,
    description: 'what percentages come to on the invoices that really used the percentage of that side',
  })
  percent_cents: number;
  @ApiProperty({
    ...INTEGER,
    example: 0,
    description: 'percentages without such an invoice: they cost something, and nobody knows yet what',
  })
  percent_unpriced: number;
  @ApiProperty({
    ...INTEGER,
    example: 84000,
    description: 'credit, fixed discounts and what percentages came to',
  })
  cost_cents: number;
}

/**
 * Sides of referrals that earn nothing, by reason. Together with the `rewards` of both sides they are twice the
 * referrals.
 */
class LeftOutAnswer implements Record<LeftOut, number> {
  @ApiProperty(INTEGER) program_off: number;
  @ApiProperty({ ...INTEGER, description: 'the value of that side is 0' }) no_reward: number;
  @ApiProperty(INTEGER) promo_not_combinable: number;
  @ApiProperty({ ...INTEGER, description: "the referrer's limit was reached" }) capped: number;
  @ApiProperty({ ...INTEGER, description: "the month's budget had no room" }) over_budget: number;
  @ApiProperty({ ...INTEGER, description: 'they wait, and may come yet' }) not_qualified: number;
  @ApiProperty({ ...INTEGER, description: 'rejected, voided or reversed by a decision' }) ended: number;
}

/** The result of one program for the referrals of the period, as if it had been saved when the period started. */
class ProgramReplayAnswer {
  @ApiProperty({ type: SideCostAnswer }) referrer: SideCostAnswer;
  @ApiProperty({ type: SideCostAnswer }) referee: SideCostAnswer;
  @ApiProperty({ ...INTEGER, description: 'of both sides, as far as it is known' }) cost_cents: number;
  @ApiProperty({ ...INTEGER, description: 'credit and fixed discounts of referrals that have not qualified' })
  waiting_cents: number;
  @ApiProperty({ type: LeftOutAnswer }) left_out: LeftOutAnswer;
}

class RecordedAnswer extends OmitType(ProgramReplayAnswer, ['left_out']) {}

/** The cost of the proposed terms, compared with the saved terms and with the actual cost. */
export class PreviewAnswer {
  @ApiProperty({ format: 'date-time' }) from: string;
  @ApiProperty({ format: 'date-time', description: 'not included' }) to: string;
  @ApiProperty({ example: 'USD' }) currency: string;
  @ApiProperty({ ...INTEGER, example: 42, description: 'in the period' }) referrals: number;
  @ApiProperty({
    ...INTEGER,
    example: 42,
    description:
      'of which a side would earn something else, or would qualify where it has not, or the reverse',
  })
  affected: number;
  @ApiProperty({ type: ProgramReplayAnswer, description: 'the saved program' }) current: ProgramReplayAnswer;
  @ApiProperty({ type: ProgramReplayAnswer, description: 'the program of the request' })
  proposed: ProgramReplayAnswer;
  @ApiProperty({
    type: RecordedAnswer,
    description: 'what was really earned, each under the terms of its day',
  })
  actual: RecordedAnswer;
  @ApiProperty({ ...INTEGER, example: 21000, description: '`cost_cents` proposed, less current' })
  difference_cents: number;
  @ApiProperty({
    ...INTEGER,
    example: 0,
    description:
      'enrollments whose referral code a promo dropped; whose code it was is not on record, so no program is replayed on them',
  })
  dropped_by_promo: number;
  @ApiPropertyOptional({
    type: ExposureAnswer,
    description: 'what a script could earn under the program of the request; absent: nothing',
  })
  exposure?: ExposureAnswer;
}
