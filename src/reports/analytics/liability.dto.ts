import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsMoment, MayBeAbsent } from '../../core/http/validation.js';

export const LIABILITY_FORMATS = ['json', 'csv'] as const;

export class LiabilityRequest {
  @ApiPropertyOptional({
    format: 'date-time',
    description: 'Inclusive. Defaults to the start of the month (UTC) of `to`.',
  })
  @IsMoment()
  @MayBeAbsent()
  from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Exclusive. Defaults to the current time.' })
  @IsMoment()
  @MayBeAbsent()
  to?: string;

  @ApiPropertyOptional({ enum: LIABILITY_FORMATS, default: 'json' })
  @IsIn(LIABILITY_FORMATS)
  @MayBeAbsent()
  format?: (typeof LIABILITY_FORMATS)[number];
}

const CENTS = { type: 'integer' } as const;
const COUNT = { type: 'integer' } as const;

/** The movement of credit in the period: closing = opening + granted − used − expired − reversed − adjusted. */
class CreditMovementAnswer {
  @ApiProperty(CENTS) opening_cents: number;
  @ApiProperty(CENTS) granted_cents: number;
  @ApiProperty({ ...CENTS, description: 'Used by invoices, minus the credit that reversals returned.' })
  used_cents: number;
  @ApiProperty(CENTS) expired_cents: number;
  @ApiProperty({ ...CENTS, description: 'Taken back with a reversed reward.' }) reversed_cents: number;
  @ApiProperty({ ...CENTS, description: 'Taken manually.' }) adjusted_cents: number;
  @ApiProperty(CENTS) closing_cents: number;
}

class AgeAnswer {
  @ApiProperty({ type: 'integer', example: 31 }) from_days: number;
  @ApiProperty({ type: 'integer', nullable: true, example: 90, description: 'Null for the last group.' })
  to_days: number | null;
}

class CreditAgeAnswer extends AgeAnswer {
  @ApiProperty({ ...COUNT, description: 'Grants with credit left.' }) count: number;
  @ApiProperty(CENTS) cents: number;
}

class DiscountAgeAnswer extends AgeAnswer {
  @ApiProperty({ ...COUNT, description: 'Percentages. Their cost is known only when they are used.' })
  percent_count: number;
  @ApiProperty(COUNT) fixed_count: number;
  @ApiProperty(CENTS) fixed_cents: number;
}

/** The liability of a tenant to its customers. */
export class LiabilityAnswer {
  @ApiProperty({ example: 'USD' }) currency: string;
  @ApiProperty({ format: 'date-time' }) from: string;
  @ApiProperty({ format: 'date-time' }) to: string;
  @ApiProperty({ format: 'date-time', description: 'The time of the outstanding and unused amounts.' })
  as_of: string;
  @ApiProperty({ type: CreditMovementAnswer }) credit: CreditMovementAnswer;
  @ApiProperty({ type: [CreditAgeAnswer] }) outstanding_credit: CreditAgeAnswer[];
  @ApiProperty({ type: [DiscountAgeAnswer] }) unused_discounts: DiscountAgeAnswer[];
}
