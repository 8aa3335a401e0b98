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
      'The total of an earlier preview. If the invoice comes to another one, nothing is done: 409 `total_changed`.',
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
    description: 'Of discounts and credit together. Without either amount, everything that remains.',
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
      "What was refunded of the invoice's amount before discounts, instead of `amount_cents`. Of each line, the same fraction is reversed.",
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
  @ApiProperty({ example: 10, description: 'Percent, or major units. For credit, what the grant had left.' })
  value: number;
  @ApiProperty({ ...CENTS, example: 10_000 }) base_cents: number;
  @ApiProperty({ ...CENTS, example: 1000 }) amount_cents: number;
  @ApiProperty({ ...CENTS, example: 9000 }) running_total_cents: number;
  @ApiProperty({ ...CENTS, example: 0, description: 'Credit returned by reversals.' })
  restored_cents: number;
}

/** The reasons that a discount waits for another invoice. */
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
  @ApiProperty({ ...CENTS, description: 'Of discounts and credit together.' }) amount_cents: number;
  @ApiProperty({ ...CENTS, description: 'The part that was returned as credit.' }) credit_cents: number;
  @ApiProperty({
    ...CENTS,
    description:
      "Of the invoice's amount before discounts. Derived in proportion if the request did not say.",
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
  @ApiProperty({ type: [LeftOutAnswer], description: 'What was not used and why, at most ten of each kind.' })
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
  @ApiProperty({ ...CENTS, example: 0, description: 'Of `subtotal_cents`.' }) refunded_cents: number;
  @ApiProperty({ type: [RedemptionReversalAnswer] }) reversals: RedemptionReversalAnswer[];
  @ApiProperty({ format: 'date-time' }) created_at: string;
}

const PREVIEW_STATUSES = [...REDEMPTION_STATUSES, 'preview'] as const;

/** A redemption that was not made. For an invoice that has been redeemed already, the existing redemption. */
export class RedemptionPreviewAnswer extends OmitType(RedemptionAnswer, ['id', 'status'] as const) {
  @ApiProperty({ ...ID, description: 'Null unless the invoice has been redeemed already.' }) id:
    string | null;
  @ApiProperty({ enum: PREVIEW_STATUSES, example: 'preview' }) status: (typeof PREVIEW_STATUSES)[number];
}
