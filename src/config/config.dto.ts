import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsNumber, Max, Min } from 'class-validator';
import { MAX_CENTS } from '../common/money.js';
import { IsCents, MayBeAbsent, MayBeNull } from '../core/http/validation.js';
import { VALUE_TYPES, type ValueType } from '../tenant/value-units.js';
import { ExposureAnswer } from './exposure.dto.js';
import {
  MAX_REWARDS_PERIODS,
  type MaxRewardsPeriod,
  NAME_DISPLAYS,
  type NameDisplay,
  QUALIFY_ON,
  type QualifyOn,
} from './program-terms.js';

const VALUE = 'percent, or major units of the currency; 0 means no reward for this side';

/** The five keys of the guide. */
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

const HOLD = { type: 'integer', minimum: 0, maximum: 90 } as const;
const EXPIRES = { type: 'integer', minimum: 1, maximum: 3650, nullable: true } as const;
const MAX_REWARDS = { type: 'integer', minimum: 1, maximum: 1_000_000, nullable: true } as const;
const BUDGET = { type: 'integer', minimum: 0, maximum: MAX_CENTS, nullable: true } as const;

/** An absent setting keeps its value; null removes a limit. */
export class SaveConfigRequest extends ReferralConfig {
  @ApiPropertyOptional({ enum: QUALIFY_ON, description: 'what makes a referral qualify for its rewards' })
  @IsIn(QUALIFY_ON)
  @MayBeAbsent()
  referral_qualify_on?: QualifyOn;

  @ApiPropertyOptional({ ...HOLD, description: 'days between qualifying and use' })
  @Max(HOLD.maximum)
  @Min(0)
  @IsInt()
  @MayBeAbsent()
  referral_hold_days?: number;

  @ApiPropertyOptional({ ...EXPIRES, description: 'days for use; null: for ever' })
  @Max(EXPIRES.maximum)
  @Min(1)
  @IsInt()
  @MayBeNull()
  referral_reward_expires_days?: number | null;

  @ApiPropertyOptional({ ...MAX_REWARDS, description: 'null: no limit' })
  @Max(MAX_REWARDS.maximum)
  @Min(1)
  @IsInt()
  @MayBeNull()
  referral_max_rewards_per_referrer?: number | null;

  @ApiPropertyOptional({ enum: MAX_REWARDS_PERIODS, description: 'calendar month or year in UTC, or ever' })
  @IsIn(MAX_REWARDS_PERIODS)
  @MayBeAbsent()
  referral_max_rewards_period?: MaxRewardsPeriod;

  @ApiPropertyOptional({
    ...BUDGET,
    description:
      'what credit and fixed discounts earned in a calendar month (UTC) may come to; null: no limit',
  })
  @IsCents()
  @MayBeNull()
  referral_budget_cents?: number | null;

  @ApiPropertyOptional({
    description: "true: a promo that is not combinable drops the referee's reward only, not the referral",
  })
  @IsBoolean()
  @MayBeAbsent()
  referral_keep_attribution?: boolean;

  @ApiPropertyOptional({ enum: NAME_DISPLAYS, description: "what the public sees of a referrer's name" })
  @IsIn(NAME_DISPLAYS)
  @MayBeAbsent()
  referrer_name_display?: NameDisplay;
}

/** The current program with all its settings. */
export class ConfigAnswer extends ReferralConfig {
  @ApiProperty({ enum: QUALIFY_ON }) referral_qualify_on: QualifyOn;
  @ApiProperty(HOLD) referral_hold_days: number;
  @ApiProperty(EXPIRES) referral_reward_expires_days: number | null;
  @ApiProperty(MAX_REWARDS) referral_max_rewards_per_referrer: number | null;
  @ApiProperty({ enum: MAX_REWARDS_PERIODS }) referral_max_rewards_period: MaxRewardsPeriod;
  @ApiProperty(BUDGET) referral_budget_cents: number | null;
  @ApiProperty() referral_keep_attribution: boolean;
  @ApiProperty({ enum: NAME_DISPLAYS }) referrer_name_display: NameDisplay;
}

/** The saved program. The fields beside its settings are information and can't be sent. */
export class SavedConfigAnswer extends ConfigAnswer {
  @ApiPropertyOptional({
    type: ExposureAnswer,
    description: 'what a script could earn under these terms; absent: nothing. Not a setting',
  })
  exposure?: ExposureAnswer;
}

/** A value of any field type. */
const VALUE_OF_FIELD = {
  oneOf: [{ type: 'boolean' }, { type: 'number' }, { type: 'string' }, { type: 'null' }],
};

class ConfigChange {
  @ApiProperty({ example: 'referral_reward_value' }) field: string;
  @ApiProperty(VALUE_OF_FIELD) from: unknown;
  @ApiProperty(VALUE_OF_FIELD) to: unknown;
}

/** One saved version of the program. */
export class ConfigVersionAnswer extends ConfigAnswer {
  @ApiProperty({ type: 'integer', example: 3 }) version: number;
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({ example: 'admin:usr_1' }) created_by: string;
  @ApiProperty({
    type: [ConfigChange],
    description: "against the version before; the first one against a new tenant's program",
  })
  changes: ConfigChange[];
}
