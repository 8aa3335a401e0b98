import { ApiHideProperty, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Allow, IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import { MAX_CENTS } from '../common/money.js';
import { IsCents, IsFiniteNumber, MayBeAbsent, MayBeNull } from '../core/http/validation.js';
import { VALUE_TYPES, type ValueType } from '../tenant/value.js';
import { ExposureAnswer } from './exposure.dto.js';
import {
  MAX_REWARDS_PERIODS,
  type MaxRewardsPeriod,
  NAME_DISPLAYS,
  type NameDisplay,
  ON_REFUND,
  type OnRefund,
  QUALIFY_ON,
  type QualifyOn,
} from './program-terms.js';

const VALUE = 'Percent, or major units of the currency. 0 means no reward for this side.';

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
  @IsFiniteNumber()
  referral_reward_value: number;

  @ApiProperty({ enum: VALUE_TYPES, example: 'discount_percent' })
  @IsIn(VALUE_TYPES)
  referral_reward_referee_type: ValueType;

  @ApiProperty({ example: 15, minimum: 0, description: VALUE })
  @Min(0)
  @IsFiniteNumber()
  referral_reward_referee_value: number;
}

const MIN_INVOICE = { type: 'integer', minimum: 1, maximum: MAX_CENTS, nullable: true } as const;
const HOLD = { type: 'integer', minimum: 0, maximum: 90 } as const;
const EXPIRES = { type: 'integer', minimum: 1, maximum: 3650, nullable: true } as const;
const MAX_REWARDS = { type: 'integer', minimum: 1, maximum: 1_000_000, nullable: true } as const;
const BUDGET = { type: 'integer', minimum: 0, maximum: MAX_CENTS, nullable: true } as const;

/**
 * An absent setting keeps its value; null removes a limit. `usage` and `exposure` are ignored, so that an answer can be
 * changed and sent back.
 */
export class SaveConfigRequest extends ReferralConfig {
  @ApiPropertyOptional({ enum: QUALIFY_ON, description: 'When a referral qualifies for its rewards.' })
  @IsIn(QUALIFY_ON)
  @MayBeAbsent()
  referral_qualify_on?: QualifyOn;

  @ApiPropertyOptional({
    ...MIN_INVOICE,
    description:
      'The minimum total of an invoice, after discounts and before credit, that qualifies a referral. Null means any total above 0.',
  })
  @Max(MIN_INVOICE.maximum)
  @Min(1)
  @IsInt()
  @MayBeNull()
  referral_min_invoice_cents?: number | null;

  @ApiPropertyOptional({
    enum: ON_REFUND,
    description:
      'The effect of refunding the invoice that qualified a referral: `reverse` reverses the referral and its rewards, `keep` changes nothing.',
  })
  @IsIn(ON_REFUND)
  @MayBeAbsent()
  referral_on_refund?: OnRefund;

  @ApiPropertyOptional({ ...HOLD, description: 'Days between qualification and the first use.' })
  @Max(HOLD.maximum)
  @Min(0)
  @IsInt()
  @MayBeAbsent()
  referral_hold_days?: number;

  @ApiPropertyOptional({
    ...EXPIRES,
    description: 'Days during which a reward can be used. Null means that it does not expire.',
  })
  @Max(EXPIRES.maximum)
  @Min(1)
  @IsInt()
  @MayBeNull()
  referral_reward_expires_days?: number | null;

  @ApiPropertyOptional({ ...MAX_REWARDS, description: 'Null means no limit.' })
  @Max(MAX_REWARDS.maximum)
  @Min(1)
  @IsInt()
  @MayBeNull()
  referral_max_rewards_per_referrer?: number | null;

  @ApiPropertyOptional({
    enum: MAX_REWARDS_PERIODS,
    description: 'A calendar month or year in UTC, or ever.',
  })
  @IsIn(MAX_REWARDS_PERIODS)
  @MayBeAbsent()
  referral_max_rewards_period?: MaxRewardsPeriod;

  @ApiPropertyOptional({
    ...BUDGET,
    description:
      'The maximum amount of credit and fixed discounts earned in a calendar month (UTC), for both sides together. Null means no limit.',
  })
  @IsCents()
  @MayBeNull()
  referral_budget_cents?: number | null;

  @ApiPropertyOptional({
    description:
      "When true, a promo that is not combinable drops only the referee's reward and not the referral.",
  })
  @IsBoolean()
  @MayBeAbsent()
  referral_keep_attribution?: boolean;

  @ApiPropertyOptional({ enum: NAME_DISPLAYS, description: "The part of a referrer's name that is public." })
  @IsIn(NAME_DISPLAYS)
  @MayBeAbsent()
  referrer_name_display?: NameDisplay;

  @ApiHideProperty()
  @Allow()
  usage?: unknown;

  @ApiHideProperty()
  @Allow()
  exposure?: unknown;
}

/** The current program with all its settings. */
export class ConfigAnswer extends ReferralConfig {
  @ApiProperty({ enum: QUALIFY_ON }) referral_qualify_on: QualifyOn;
  @ApiProperty(MIN_INVOICE) referral_min_invoice_cents: number | null;
  @ApiProperty({ enum: ON_REFUND }) referral_on_refund: OnRefund;
  @ApiProperty(HOLD) referral_hold_days: number;
  @ApiProperty(EXPIRES) referral_reward_expires_days: number | null;
  @ApiProperty(MAX_REWARDS) referral_max_rewards_per_referrer: number | null;
  @ApiProperty({ enum: MAX_REWARDS_PERIODS }) referral_max_rewards_period: MaxRewardsPeriod;
  @ApiProperty(BUDGET) referral_budget_cents: number | null;
  @ApiProperty() referral_keep_attribution: boolean;
  @ApiProperty({ enum: NAME_DISPLAYS }) referrer_name_display: NameDisplay;
}

const USED = { type: 'integer', minimum: 0 } as const;

class BudgetUsage {
  @ApiProperty({ example: '2026-11', description: 'The calendar month, in UTC.' }) period: string;
  @ApiProperty({ ...USED, example: 250_000 }) limit_cents: number;
  @ApiProperty({ ...USED, example: 200_000, description: 'Credit and fixed discounts that were earned.' })
  used_cents: number;
  @ApiProperty({ ...USED, example: 50_000 }) left_cents: number;
}

class ProgramUsage {
  @ApiProperty({ type: BudgetUsage }) budget: BudgetUsage;
}

/** The current program, and the used part of its budget. */
export class CurrentConfigAnswer extends ConfigAnswer {
  @ApiPropertyOptional({ type: ProgramUsage, description: 'Absent without a budget. Not a setting.' })
  usage?: ProgramUsage;
}

/** The saved program. */
export class SavedConfigAnswer extends ConfigAnswer {
  @ApiPropertyOptional({
    type: ExposureAnswer,
    description: 'The most a script could earn under these terms. Absent if that is nothing. Read-only.',
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
    description:
      'Compared with the previous version. The first version is compared with the default program.',
  })
  changes: ConfigChange[];
}
