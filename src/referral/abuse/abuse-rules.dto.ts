import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { MayBeAbsent } from '../../core/http/validation.js';
import { type AbuseSettings, type Mode, MODES, type Rule, RULES } from './abuse-rules.js';

const LIMIT = { type: 'integer', minimum: 1, maximum: 1000 } as const;
const REFERRER_LIMIT = {
  ...LIMIT,
  default: 10,
  description: 'Newcomers with the code of one referrer within 24 hours.',
};
const ADDRESS_LIMIT = {
  ...LIMIT,
  default: 5,
  description: 'Newcomers with a code from one address within an hour.',
};
const SAME_EMAIL = "The newcomer's mailbox belongs to another customer.";
const SAME_PHONE = "The newcomer's phone number belongs to another customer.";
const DISPOSABLE = 'The mailbox belongs to a provider of disposable addresses.';
const VELOCITY_REFERRER = "More newcomers than the limit use one referrer's code.";
const VELOCITY_ADDRESS = 'More newcomers than the limit use a code from one address.';
const SAME_ADDRESS = 'The referrer enrolled from the same address.';

const mode = (description: string): { enum: typeof MODES; description: string } => ({
  enum: MODES,
  description,
});

/** Absent settings keep their values. */
export class SaveAbuseRulesRequest {
  @ApiPropertyOptional(mode(SAME_EMAIL))
  @IsIn(MODES)
  @MayBeAbsent()
  same_email?: Mode;

  @ApiPropertyOptional(mode(SAME_PHONE))
  @IsIn(MODES)
  @MayBeAbsent()
  same_phone?: Mode;

  @ApiPropertyOptional(mode(DISPOSABLE))
  @IsIn(MODES)
  @MayBeAbsent()
  disposable_domain?: Mode;

  @ApiPropertyOptional(mode(VELOCITY_REFERRER))
  @IsIn(MODES)
  @MayBeAbsent()
  velocity_referrer?: Mode;

  @ApiPropertyOptional(REFERRER_LIMIT)
  @Max(LIMIT.maximum)
  @Min(LIMIT.minimum)
  @IsInt()
  @MayBeAbsent()
  velocity_referrer_limit?: number;

  @ApiPropertyOptional(mode(VELOCITY_ADDRESS))
  @IsIn(MODES)
  @MayBeAbsent()
  velocity_address?: Mode;

  @ApiPropertyOptional(ADDRESS_LIMIT)
  @Max(LIMIT.maximum)
  @Min(LIMIT.minimum)
  @IsInt()
  @MayBeAbsent()
  velocity_address_limit?: number;

  @ApiPropertyOptional(mode(SAME_ADDRESS))
  @IsIn(MODES)
  @MayBeAbsent()
  same_address?: Mode;
}

class RuleCountAnswer {
  @ApiProperty({ enum: RULES }) rule: Rule;
  @ApiProperty({ type: 'integer', description: 'Referrals that matched the rule.' }) matched: number;
  @ApiProperty({ type: 'integer', description: 'Matched referrals that it held for review.' }) held: number;
}

export class AbuseRulesAnswer implements AbuseSettings {
  @ApiProperty(mode(SAME_EMAIL)) same_email: Mode;
  @ApiProperty(mode(SAME_PHONE)) same_phone: Mode;
  @ApiProperty(mode(DISPOSABLE)) disposable_domain: Mode;
  @ApiProperty(mode(VELOCITY_REFERRER)) velocity_referrer: Mode;
  @ApiProperty(REFERRER_LIMIT) velocity_referrer_limit: number;
  @ApiProperty(mode(VELOCITY_ADDRESS)) velocity_address: Mode;
  @ApiProperty(ADDRESS_LIMIT) velocity_address_limit: number;
  @ApiProperty(mode(SAME_ADDRESS)) same_address: Mode;
  @ApiProperty({ type: [RuleCountAnswer], description: 'The matches of each rule in the last 30 days.' })
  last_30_days: RuleCountAnswer[];
}
