import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PageRequest } from '../core/http/page.js';
import { IsId, IsLine, MayBeAbsent } from '../core/http/validation.js';
import { VALUE_TYPES, type ValueType } from '../tenant/value.js';
import { REWARD_STATUSES, type RewardStatus } from '../referral/standing/reward-status.js';
import { REWARD_ROLES, type RewardRole } from '../config/program-terms.js';

export class ListRewardsRequest extends PageRequest {
  @ApiPropertyOptional({ example: 'cus_111' })
  @IsId()
  @MayBeAbsent()
  customer_id?: string;

  @ApiPropertyOptional({ example: 'ref_abc123' })
  @IsId()
  @MayBeAbsent()
  referral_id?: string;

  @ApiPropertyOptional({ enum: REWARD_ROLES })
  @IsIn(REWARD_ROLES)
  @MayBeAbsent()
  role?: RewardRole;

  @ApiPropertyOptional({ enum: REWARD_STATUSES })
  @IsIn(REWARD_STATUSES)
  @MayBeAbsent()
  status?: RewardStatus;
}

/** A decision or reversal requires a reason, which is stored with it. */
export class ReasonRequest {
  @ApiProperty({ example: 'refunded', maxLength: 500 })
  @IsLine(500)
  reason: string;
}

const MOMENT = { type: String, format: 'date-time', nullable: true } as const;

export class RewardAnswer {
  @ApiProperty({ example: 'rwd_01jdb0z5n8e8rv3zq6wq5ztg5q' }) id: string;
  @ApiProperty({ example: 'ref_abc123' }) referral_id: string;
  @ApiProperty({ example: 'cus_111' }) customer_id: string;
  @ApiProperty({ enum: REWARD_ROLES }) role: RewardRole;
  @ApiProperty({ enum: VALUE_TYPES }) type: ValueType;
  @ApiProperty({ example: 10, description: 'Percent, or major units of the currency.' }) value: number;
  @ApiProperty({ enum: REWARD_STATUSES }) status: RewardStatus;
  @ApiProperty(MOMENT) available_at: string | null;
  @ApiProperty(MOMENT) applied_at: string | null;
  @ApiProperty(MOMENT) expires_at: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The redemption that used the reward.' })
  redemption_id: string | null;
  @ApiProperty({
    type: 'integer',
    description: 'The amount that the discount saved on that redemption. The use of credit is in the ledger.',
  })
  used_cents: number;
  @ApiProperty({ type: 'integer', description: 'The part that had been used when the reward was reversed.' })
  shortfall_cents: number;
  @ApiProperty({ format: 'date-time' }) created_at: string;
}
