import { ApiProperty } from '@nestjs/swagger';
import { VALUE_TYPES, type ValueType } from '../tenant/value.js';
import { BOUNDS, type Exposure } from './exposure.js';

class EarnedAnswer {
  @ApiProperty({ enum: VALUE_TYPES, example: 'credit' }) type: ValueType;
  @ApiProperty({ example: 20, description: 'Percent, or major units of the currency.' }) value: number;
}

const SIDE = {
  type: EarnedAnswer,
  nullable: true,
  description: 'Earned for each newcomer. Null means nothing.',
};
const COUNT = { type: 'integer', nullable: true } as const;

/** The most that a script with one code could earn in an hour by enrolling fake customers, ignoring abuse rules. */
export class ExposureAnswer implements Exposure {
  @ApiProperty(SIDE) referrer: EarnedAnswer | null;
  @ApiProperty(SIDE) referee: EarnedAnswer | null;
  @ApiProperty({
    ...COUNT,
    example: 7200,
    description: 'From one address. Null means that public requests are not limited.',
  })
  newcomers_per_hour: number | null;
  @ApiProperty({
    ...COUNT,
    example: 14_400_000,
    description:
      'Credit and fixed discounts of both sides, within the limit and the budget. Null means unbounded.',
  })
  amount_cents_per_hour: number | null;
  @ApiProperty({ type: 'integer', example: 0, description: 'Days before a reward can be used.' })
  usable_after_days: number;
  @ApiProperty({ enum: BOUNDS, isArray: true, description: 'The settings that bound the earnings.' })
  bounded_by: readonly (typeof BOUNDS)[number][];
}
