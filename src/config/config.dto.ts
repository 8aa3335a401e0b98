import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsNumber, Min } from 'class-validator';
import { VALUE_TYPES, type ValueType } from '../tenant/value-units.js';

const VALUE = 'percent, or major units of the currency; 0 means no reward for this side';

/** The guide's five keys: what is asked for, and what is answered. */
export class ReferralConfig {
  @ApiProperty({ example: true })
  @IsBoolean()
  referral_enabled: boolean;

  @ApiProperty({ enum: VALUE_TYPES, example: 'credit' })
  @IsIn(VALUE_TYPES)
  referral_reward_type: ValueType;

  @ApiProperty({ example: 20, minimum: 0, description: VALUE })
  @Min(0)
  @IsNumber()
  referral_reward_value: number;

  @ApiProperty({ enum: VALUE_TYPES, example: 'discount_percent' })
  @IsIn(VALUE_TYPES)
  referral_reward_referee_type: ValueType;

  @ApiProperty({ example: 15, minimum: 0, description: VALUE })
  @Min(0)
  @IsNumber()
  referral_reward_referee_value: number;
}
