import { ApiProperty } from '@nestjs/swagger';
import { VALUE_TYPES, type ValueType } from '../tenant/value-units.js';
import { BOUNDS, type Exposure } from './exposure.js';

class EarnedAnswer {
  @ApiProperty({ enum: VALUE_TYPES, example: 'credit' }) type: ValueType;
  @ApiProperty({ example: 20, description: 'percent, or major units of the currency' }) value: number;
}

const SIDE = { type: EarnedAnswer, nullable: true, description: 'by each newcomer; null: nothing' };
const COUNT = { type: 'integer', nullable: true } as const;

/** The most that a script with one code could earn with invented newcomers while no abuse rule stops it. */
export class ExposureAnswer implements Exposure {
  @ApiProperty(SIDE) referrer: EarnedAnswer | null;
  @ApiProperty(SIDE) referee: EarnedAnswer | null;
  @ApiProperty({
    ...COUNT,
    example: 7200,
    description: 'from one address; null: no limit on public requests',
  })
  newcomers_per_hour: number | null;
  @ApiProperty({
    ...COUNT,
    example: 14_400_000,
    description:
      'credit and fixed discounts of both sides, as limit and budget allow; null: nothing bounds it',
  })
  amount_cents_per_hour: number | null;
  @ApiProperty({ type: 'integer', example: 0, description: 'days before a reward can be used' })
  usable_after_days: number;
  @ApiProperty({ enum: BOUNDS, isArray: true, description: 'the settings that bound it' })
  bounded_by: readonly (typeof BOUNDS)[number][];
}
