import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { MAX_CENTS } from '../common/money.js';
import { PageRequest } from '../core/http/page.js';
import { IsCents, IsId, IsLine, IsPlainLine, MayBeAbsent } from '../core/http/validation.js';
import { LEFT_OUT_REASONS } from '../reward/pricing.js';
import { ReasonRequest } from '../reward/reward.dto.js';
import { DISCOUNT_SOURCES, type DiscountSource } from '../reward/waterfall.js';
import { VALUE_TYPES, type ValueType } from '../tenant/value.js';
import { REDEMPTION_STATUSES, type RedemptionStatus } from './redemption.entity.js';

const CENTS = { type: 'integer' } as const;
const ID = { type: String, nullable: true } as const;

/** An invoice of the tenant's billing system, and its customer. */
export class RedeemRequest {
  @ApiProperty({ example: 'cus_111' })
  @IsId()
  customer_id: string;

  @ApiProperty({
    example: 'INV-9',
    maxLength: 128,
    description: 'Compared exactly, so it must not start or end with a space.',
  })
  @Matches(/^\S(.*\S)?$/u, { message: 'invoice_id must not start or end with a space' })
  @IsLine(128)
  invoice_id: string;

  @ApiProperty({ example: 'USD', description: 'The currency of the tenant.' })
  @IsLine(3)
  currency: string;

  @ApiProperty({ ...CENTS, example: 10_000, minimum: 0, maximum: MAX_CENTS })
  @IsCents()
  amount_cents: number;

  @ApiPropertyOptional({
    ...CENTS,
    example: 7000,
    minimum: 0,
    maximum: MAX_CENTS,
    description:
      'The total of an earlier preview. If the total is different now, nothing is done and the answer is 409 `total_changed`.',
  })
  @IsCents()
  @MayBeAbsent()
  expected_total_cents?: number;
}

export class ReverseRequest extends ReasonRequest {
  @ApiPropertyOptional({
    ...CENTS,
    example: 1500,
    minimum: 1,
    maximum: MAX_CENTS,
    description:
      'The amount to reverse, of discounts and credit together. The refunded part of the invoice is calculated from it in proportion, also for `referral_on_refund`: reversing all of it counts as a full refund. Without `amount_cents` and `refunded_cents`, everything that remains is reversed.',
  })
  @Max(MAX_CENTS)
  @Min(1)
  @IsInt()
  @MayBeAbsent()
  amount_cents?: number;

  @ApiPropertyOptional({
    ...CENTS,
    example: 5000,
    minimum: 1,
    maximum: MAX_CENTS,
    description:
      "The refunded part of the invoice's amount before discounts. The same fraction of each line is reversed, rounded line by line. Use either this or `amount_cents`.",
  })
  @Max(MAX_CENTS)
  @Min(1)
  @IsInt()
  @MayBeAbsent()
  refunded_cents?: number;
}

export class ListRedemptionsRequest extends PageRequest {
  @ApiPropertyOptional({ example: 'cus_111' })
  @IsId()
  @MayBeAbsent()
  customer_id?: string;

  @ApiPropertyOptional({ example: 'INV-9' })
  @IsPlainLine(128)
  @MayBeAbsent()
  invoice_id?: string;

  @ApiPropertyOptional({ enum: REDEMPTION_STATUSES })
  @IsIn(REDEMPTION_STATUSES)
  @MayBeAbsent()
  status?: RedemptionStatus;
}

class RedemptionLineAnswer {
  @ApiProperty({ enum: DISCOUNT_SOURCES }) source: DiscountSource;
  @ApiProperty(ID) promo_id: string | null;
  @ApiProperty({ ...ID, example: 'rwd_01jdb0z5n8e8rv3zq6wq5ztg5q' }) reward_id: string | null;
  @ApiProperty({ ...ID, description: 'The grant that the credit was taken from.' }) lot_id: string | null;
  @ApiProperty({ enum: VALUE_TYPES }) type: ValueType;
  @ApiProperty({
    example: 10,
    description:
      'Percent, or major units of the currency. For credit, the amount that was left of the grant before this invoice.',
  })
  value: number;
  @ApiProperty({ ...CENTS, example: 10_000 }) base_cents: number;
  @ApiProperty({ ...CENTS, example: 1000 }) amount_cents: number;
  @ApiProperty({ ...CENTS, example: 9000 }) running_total_cents: number;
  @ApiProperty({ ...CENTS, example: 0, description: 'Credit returned by reversals.' })
  restored_cents: number;
}

/** The reasons why an invoice did not use a discount. */
const WAITING_REASONS = [...LEFT_OUT_REASONS, 'not_available_yet'] as const;

class LeftOutAnswer {
  @ApiProperty({ enum: DISCOUNT_SOURCES }) source: DiscountSource;
  @ApiProperty({ description: 'The id of the promo or reward.' }) id: string;
  @ApiProperty({ enum: WAITING_REASONS }) reason: (typeof WAITING_REASONS)[number];
}

class RedemptionAlternativeAnswer {
  @ApiProperty({ enum: DISCOUNT_SOURCES, isArray: true, example: ['referral'] })
  combination: DiscountSource[];
  @ApiProperty({ ...CENTS, example: 9000 }) total_cents: number;
}

class RedemptionReversalAnswer {
  @ApiProperty({ example: 'rev_01jdb0z5n8e8rv3zq6wq5ztg5q' }) id: string;
  @ApiProperty({ ...CENTS, description: 'The reversed amount, of discounts and credit together.' })
  amount_cents: number;
  @ApiProperty({ ...CENTS, description: 'The part that was returned as credit.' }) credit_cents: number;
  @ApiProperty({
    ...CENTS,
    description:
      "The refunded part of the invoice's amount before discounts. If the request gave `amount_cents`, it is calculated in proportion.",
  })
  refunded_cents: number;
  @ApiProperty({
    ...CENTS,
    description:
      'The part of the credit that the customer could spend after the reversal. Credit that has expired, or whose reward was taken back, is not spendable.',
  })
  spendable_cents: number;
  @ApiProperty({ example: 'refunded' }) reason: string;
  @ApiProperty({ example: 'admin:usr_1' }) actor: string;
  @ApiProperty({ format: 'date-time' }) created_at: string;
}

/** A redemption, line by line. */
export class RedemptionAnswer {
  @ApiProperty({ example: 'rdm_01jdb0z5n8e8rv3zq6wq5ztg5q' }) id: string;
  @ApiProperty({ example: 'cus_111' }) customer_id: string;
  @ApiProperty({ example: 'INV-9' }) invoice_id: string;
  @ApiProperty({ example: 'USD' }) currency: string;
  @ApiProperty({ enum: REDEMPTION_STATUSES }) status: RedemptionStatus;
  @ApiProperty({ ...CENTS, example: 10_000 }) subtotal_cents: number;
  @ApiProperty({ type: [RedemptionLineAnswer] }) lines: RedemptionLineAnswer[];
  @ApiProperty({
    type: [LeftOutAnswer],
    description:
      'Discounts that were not used, with the reason. Lists at most ten rewards that are available, and ten that are not available yet.',
  })
  left_out: LeftOutAnswer[];
  @ApiProperty({ ...CENTS, example: 1000 }) discount_cents: number;
  @ApiProperty({ ...CENTS, example: 2000 }) credit_cents: number;
  @ApiProperty({ ...CENTS, example: 7000 }) total_cents: number;
  @ApiProperty({
    type: [RedemptionAlternativeAnswer],
    description: 'The price without the promo that excludes referral discounts, if that is lower.',
  })
  alternatives: RedemptionAlternativeAnswer[];
  @ApiProperty({ ...CENTS, example: 0 }) reversed_cents: number;
  @ApiProperty({ ...CENTS, example: 0 }) restored_credit_cents: number;
  @ApiProperty({ ...CENTS, example: 0, description: 'The refunded part of `subtotal_cents`.' })
  refunded_cents: number;
  @ApiProperty({ type: [RedemptionReversalAnswer] }) reversals: RedemptionReversalAnswer[];
  @ApiProperty({ format: 'date-time' }) created_at: string;
}

const PREVIEW_STATUSES = [...REDEMPTION_STATUSES, 'preview'] as const;

/** A preview of a redemption. For an invoice that has been redeemed already, it is the existing redemption. */
export class RedemptionPreviewAnswer extends OmitType(RedemptionAnswer, ['id', 'status'] as const) {
  @ApiProperty({ ...ID, description: 'Null unless the invoice has been redeemed already.' }) id:
    string | null;
  @ApiProperty({ enum: PREVIEW_STATUSES, example: 'preview' }) status: (typeof PREVIEW_STATUSES)[number];
}
