import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PageRequest, type Sort, SORTS } from '../core/http/page.js';
import { IsId, IsMoment, IsPlainLine, IsCodeInput, MayBeAbsent, Trimmed } from '../core/http/validation.js';
import { AVAILABLE, type AvailableAnswer, MIN_INVOICE, WITHHELD } from '../config/offer.dto.js';
import { WITHHELD_REASONS, type WithheldReason } from '../config/offer.js';
import { TimelineLine } from '../customer/timeline.dto.js';
import { VALUE_TYPES, type ValueType } from '../tenant/value.js';
import { QR_FORMATS, type QrFormat } from './qr-image.js';
import { REFERRAL_STATUSES, type ReferralStatus } from './standing/referral-status.js';

export class ValidateReferralRequest {
  @ApiProperty({ example: 'KH7N4WP3', description: 'As typed. Case, spaces and dashes are ignored.' })
  @IsCodeInput()
  referral_code: string;

  @ApiProperty({ example: 'acme-waste' })
  @IsCodeInput()
  tenant_slug: string;
}

/** `created_after` is inclusive, `created_before` is exclusive. */
export class ListReferralsRequest extends PageRequest {
  @ApiPropertyOptional({ enum: REFERRAL_STATUSES })
  @IsIn(REFERRAL_STATUSES)
  @MayBeAbsent()
  status?: ReferralStatus;

  @ApiPropertyOptional({
    description: 'Part of the name or e-mail address of either side, or the whole referral code or id.',
  })
  @Trimmed()
  @IsPlainLine(200)
  @MayBeAbsent()
  q?: string;

  @ApiPropertyOptional({ example: 'cus_111' })
  @IsId()
  @MayBeAbsent()
  referrer_customer_id?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @IsMoment()
  @MayBeAbsent()
  created_after?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @IsMoment()
  @MayBeAbsent()
  created_before?: string;

  @ApiPropertyOptional({ enum: SORTS, default: '-created_at', description: 'Newest first or oldest first.' })
  @IsIn(SORTS)
  @MayBeAbsent()
  sort?: Sort;
}

export class QrRequest {
  @ApiPropertyOptional({ enum: QR_FORMATS })
  @IsIn(QR_FORMATS)
  format: QrFormat = 'svg';
}

/** The filters and order of the list, without pagination. */
export class ExportReferralsRequest extends OmitType(ListReferralsRequest, ['limit', 'cursor']) {}

/** The reward of one side. */
export class SideReward {
  @ApiProperty({ enum: VALUE_TYPES }) type: ValueType;
  @ApiProperty({ example: 10 }) value: number;
  @ApiProperty({ example: 'available' }) status: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) applied_at: string | null;
}

const WAS_WITHHELD = {
  enum: [...WITHHELD_REASONS, null],
  type: String,
  nullable: true,
  description: 'The reason why a side gets no reward although the terms have one.',
} as const;

/** A referral in a list: the guide's eight keys and some more. */
export class ReferralAnswer {
  @ApiProperty({ example: 'ref_abc123' }) id: string;
  @ApiProperty({ example: 'cus_111' }) referrer_customer_id: string;
  @ApiProperty({ example: 'cus_222' }) referee_customer_id: string;
  @ApiProperty({ example: 'John Doe' }) referrer_name: string;
  @ApiProperty({ example: 'john@example.com' }) referrer_email: string;
  @ApiProperty({ example: 'Jane Smith' }) referee_name: string;
  @ApiProperty({ example: 'jane@example.com' }) referee_email: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-20T10:00:00.000Z' }) created_at: string;
  @ApiProperty({ enum: REFERRAL_STATUSES }) status: ReferralStatus;
  @ApiProperty({ description: 'True when all rewards of the referral have been applied.' })
  rewards_applied: boolean;
  @ApiProperty({ example: 'KH7N4WP3' }) referral_code: string;
  @ApiProperty({ type: SideReward, nullable: true, description: 'Null means no reward for this side.' })
  referrer_reward: SideReward | null;
  @ApiProperty({ type: SideReward, nullable: true, description: 'Null means no reward for this side.' })
  referee_reward: SideReward | null;
  @ApiProperty(WAS_WITHHELD) referrer_reward_withheld: WithheldReason | null;
  @ApiProperty(WAS_WITHHELD) referee_reward_withheld: WithheldReason | null;
}

const MOMENT = { type: String, format: 'date-time', nullable: true } as const;

/** The reward of one side, with its times, its redemption and its shortfall. */
class SideRewardDetail extends SideReward {
  @ApiProperty({ example: 'rwd_01jdb0z5n8e8rv3zq6wq5ztg5q' }) id: string;
  @ApiProperty({ ...MOMENT, description: 'Null until the referral qualifies.' }) available_at: string | null;
  @ApiProperty({ ...MOMENT, description: 'Null means never.' }) expires_at: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The redemption that used the reward.' })
  redemption_id: string | null;
  @ApiProperty({ type: 'integer', description: 'The part that had been used when the reward was reversed.' })
  shortfall_cents: number;
}

export class ReferralDetailAnswer extends OmitType(ReferralAnswer, ['referrer_reward', 'referee_reward']) {
  @ApiProperty({ type: SideRewardDetail, nullable: true }) referrer_reward: SideRewardDetail | null;
  @ApiProperty({ type: SideRewardDetail, nullable: true }) referee_reward: SideRewardDetail | null;
  @ApiProperty({ type: [TimelineLine] }) timeline: TimelineLine[];
}

class MyReward extends SideReward {
  @ApiProperty({ ...MOMENT, description: 'When the reward can be used. Null until the referral qualifies.' })
  available_at: string | null;
}

/** A referral as shown to its referrer. */
export class MyReferralAnswer {
  @ApiProperty({ example: 'ref_abc123' }) id: string;
  @ApiProperty({ example: 'Jane S.' }) referee_name: string;
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({ enum: REFERRAL_STATUSES }) status: ReferralStatus;
  @ApiProperty({ type: MyReward, nullable: true }) reward: MyReward | null;
  @ApiProperty(WAS_WITHHELD) withheld: WithheldReason | null;
}

/** The public answer about a referral code: the guide's four keys, or the reason why it is not valid. */
export class ReferralValidation {
  @ApiProperty({ example: true }) valid: boolean;
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'John Doe',
    description: 'Null when the name is hidden.',
  })
  referrer_name?: string | null;
  @ApiPropertyOptional({ enum: VALUE_TYPES }) referee_reward_type?: ValueType;
  @ApiPropertyOptional({ example: 10, description: '0 when the reward is withheld.' })
  referee_reward_value?: number;
  @ApiPropertyOptional(WITHHELD) withheld?: WithheldReason;
  @ApiPropertyOptional(AVAILABLE) available?: AvailableAnswer;
  @ApiPropertyOptional(MIN_INVOICE) min_invoice_cents?: number;
  @ApiPropertyOptional({ enum: ['invalid_code'], description: 'Present only when the code is not valid.' })
  reason?: 'invalid_code';
}

class MyLimit {
  @ApiProperty({ type: 'integer', example: 5 }) max_rewards: number;
  @ApiProperty({ example: '2026-11', description: 'The month or year, in UTC, or `ever`.' }) period: string;
  @ApiProperty({ type: 'integer', example: 2 }) left: number;
}

/**
 * A customer's own code: the guide's eight keys, the link to share, and anything that withholds or delays the reward for the
 * next friend.
 */
export class MyCodeAnswer {
  @ApiProperty({ example: 'KH7N4WP3' }) referral_code: string;
  @ApiProperty({ type: 'integer', example: 5 }) referral_count: number;
  @ApiProperty() referral_enabled: boolean;
  @ApiProperty({ enum: VALUE_TYPES }) referrer_reward_type: ValueType;
  @ApiProperty({ example: 10, description: '0 when the reward is withheld.' }) referrer_reward_value: number;
  @ApiPropertyOptional(WITHHELD) referrer_reward_withheld?: WithheldReason;
  @ApiPropertyOptional(AVAILABLE) referrer_reward_available?: AvailableAnswer;
  @ApiProperty({ enum: VALUE_TYPES }) referee_reward_type: ValueType;
  @ApiProperty({ example: 10, description: '0 when the reward is withheld.' }) referee_reward_value: number;
  @ApiPropertyOptional(WITHHELD) referee_reward_withheld?: WithheldReason;
  @ApiPropertyOptional(AVAILABLE) referee_reward_available?: AvailableAnswer;
  @ApiProperty({ example: 'acme-waste' }) enrollment_slug: string;
  @ApiProperty({ example: 'http://localhost:3000/enroll/acme-waste?ref=KH7N4WP3' }) enrollment_url: string;
  @ApiPropertyOptional(MIN_INVOICE) min_invoice_cents?: number;
  @ApiPropertyOptional({
    type: MyLimit,
    description: 'Absent when the program does not limit the rewards of a referrer.',
  })
  limit?: MyLimit;
}
