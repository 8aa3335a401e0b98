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
  @ApiProperty({ type: Number, nullable: true, example: 15, description: 'Null when there are none.' })
  average_percent: number | null;
  @ApiProperty({
    ...INTEGER,
    example: 0,
    description: 'The cost of percentages on the invoices that actually used the percentage of this side.',
  })
  percent_cents: number;
  @ApiProperty({
    ...INTEGER,
    example: 0,
    description: 'Percentages without such an invoice. Their cost is not known yet.',
  })
  percent_unpriced: number;
  @ApiProperty({
    ...INTEGER,
    example: 84000,
    description: 'Credit, fixed discounts and the known cost of percentages.',
  })
  cost_cents: number;
}

/**
 * Sides of referrals that earn nothing, by reason. These counts and the `rewards` of both sides add up to twice the number
 * of referrals.
 */
class LeftOutAnswer implements Record<LeftOut, number> {
  @ApiProperty(INTEGER) program_off: number;
  @ApiProperty({ ...INTEGER, description: 'The value for this side is 0.' }) no_reward: number;
  @ApiProperty(INTEGER) promo_not_combinable: number;
  @ApiProperty({ ...INTEGER, description: "The referrer's limit was reached." }) capped: number;
  @ApiProperty({ ...INTEGER, description: 'The monthly budget was exhausted.' }) over_budget: number;
  @ApiProperty({ ...INTEGER, description: 'Not qualified yet. They may still be earned.' })
  not_qualified: number;
  @ApiProperty({ ...INTEGER, description: 'Rejected, voided or reversed by a decision or a refund.' })
  ended: number;
}

/** The result of one program for the referrals of the period, as if it had been saved when the period started. */
class ProgramReplayAnswer {
  @ApiProperty({ type: SideCostAnswer }) referrer: SideCostAnswer;
  @ApiProperty({ type: SideCostAnswer }) referee: SideCostAnswer;
  @ApiProperty({ ...INTEGER, description: 'The known cost of both sides.' }) cost_cents: number;
  @ApiProperty({
    ...INTEGER,
    description: 'Credit and fixed discounts of referrals that have not qualified.',
  })
  waiting_cents: number;
  @ApiProperty({ type: LeftOutAnswer }) left_out: LeftOutAnswer;
}

class RecordedAnswer extends OmitType(ProgramReplayAnswer, ['left_out']) {}

/** The cost of the proposed terms, compared with the saved terms and with the actual cost. */
export class PreviewAnswer {
  @ApiProperty({ format: 'date-time' }) from: string;
  @ApiProperty({ format: 'date-time', description: 'Exclusive.' }) to: string;
  @ApiProperty({ example: 'USD' }) currency: string;
  @ApiProperty({ ...INTEGER, example: 42, description: 'Referrals in the period.' }) referrals: number;
  @ApiProperty({
    ...INTEGER,
    example: 42,
    description:
      'Referrals for which a side would earn something else, or would qualify in only one of the programs.',
  })
  affected: number;
  @ApiProperty({ type: ProgramReplayAnswer, description: 'The saved program.' }) current: ProgramReplayAnswer;
  @ApiProperty({ type: ProgramReplayAnswer, description: 'The program of the request.' })
  proposed: ProgramReplayAnswer;
  @ApiProperty({
    type: RecordedAnswer,
    description: 'The rewards that were actually earned, under the terms at the time.',
  })
  actual: RecordedAnswer;
  @ApiProperty({
    ...INTEGER,
    example: 21000,
    description: '`cost_cents` of the proposed program minus that of the current one.',
  })
  difference_cents: number;
  @ApiProperty({
    ...INTEGER,
    example: 0,
    description:
      "Enrollments whose referral code was dropped by a promo. The owner of the code is not recorded, so they can't be replayed.",
  })
  dropped_by_promo: number;
  @ApiPropertyOptional({
    type: ExposureAnswer,
    description: 'The most a script could earn under the program of the request. Absent if that is nothing.',
  })
  exposure?: ExposureAnswer;
}
