import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { MAX_CENTS } from '../common/money.js';
import { IsCents, IsPlainLine, IsCodeInput, MayBeAbsent, MayBeNull } from '../core/http/validation.js';
import { PersonRequest } from '../customer/customer.dto.js';
import { VALUE_TYPES, type ValueType } from '../tenant/value.js';
import { AVAILABLE, type AvailableAnswer, MIN_INVOICE, WITHHELD } from '../config/offer.dto.js';
import type { WithheldReason } from '../config/offer.js';
import { PROMO_OUTCOMES, REFERRAL_OUTCOMES } from './attribution.js';

const CODE = { nullable: true, type: String, maxLength: 256 } as const;

/** Forms send their fields as they are: a code that was not typed is absent, null or empty. */
export class CodesRequest {
  @ApiPropertyOptional({ ...CODE, example: 'KH7N4WP3' })
  @IsCodeInput()
  @MayBeNull()
  referral_code?: string | null;

  @ApiPropertyOptional({ ...CODE, example: 'SUMMER25' })
  @IsCodeInput()
  @MayBeNull()
  promo_code?: string | null;
}

export class EnrollRequest extends IntersectionType(PersonRequest, CodesRequest) {
  @ApiPropertyOptional({
    example: 'acme-waste',
    description: 'Required without a token. A token determines the tenant.',
  })
  @IsPlainLine(64)
  @MayBeAbsent()
  tenant_slug?: string;
}

export class QuoteRequest extends CodesRequest {
  @ApiProperty({ example: 'acme-waste' })
  @IsPlainLine(64)
  tenant_slug: string;

  @ApiPropertyOptional({ example: 10_000, type: 'integer', minimum: 0, maximum: MAX_CENTS })
  @IsCents()
  @MayBeAbsent()
  amount_cents?: number;
}

const REASON = { type: String, nullable: true } as const;

class ReferralOutcomeAnswer {
  @ApiProperty({ enum: REFERRAL_OUTCOMES }) status: (typeof REFERRAL_OUTCOMES)[number];
  @ApiProperty({
    ...REASON,
    enum: ['promo_not_combinable', 'reward_withheld', 'invalid_code', 'self_referral', 'not_eligible', null],
    description:
      'not_eligible: the code exists but does not apply to this person. With a token, self_referral is returned instead for their own code. reward_withheld: the referral counts, but a limit of the program leaves no reward for the new customer.',
  })
  reason: string | null;
  @ApiProperty({ ...REASON, example: 'ref_abc123' }) referral_id: string | null;
  @ApiPropertyOptional(WITHHELD) withheld?: WithheldReason;
  @ApiPropertyOptional(MIN_INVOICE) min_invoice_cents?: number;
}

class PromoOutcomeAnswer {
  @ApiProperty({ enum: PROMO_OUTCOMES }) status: (typeof PROMO_OUTCOMES)[number];
  @ApiProperty({ ...REASON, enum: ['invalid_code', 'promo_expired', 'promo_used_up', null] })
  reason: string | null;
  @ApiProperty({ ...REASON, example: 'pro_01jdb0z5n8e8rv3zq6wq5ztg5q' }) promo_id: string | null;
}

const SOURCES = ['promo', 'referral'] as const;
type Source = (typeof SOURCES)[number];

class DiscountAnswer {
  @ApiProperty({ enum: SOURCES }) source: Source;
  @ApiProperty({ enum: VALUE_TYPES }) type: ValueType;
  @ApiProperty({ example: 10, description: 'Percent, or major units of the currency.' }) value: number;
}

class GrantedDiscount extends DiscountAnswer {
  @ApiPropertyOptional(AVAILABLE) available?: AvailableAnswer;
}

/** The outcomes for the codes, and the new customer's discounts. */
export class CodesAnswer {
  @ApiProperty({ type: ReferralOutcomeAnswer }) referral: ReferralOutcomeAnswer;
  @ApiProperty({ type: PromoOutcomeAnswer }) promo: PromoOutcomeAnswer;
  @ApiProperty({ type: [GrantedDiscount] }) discounts: GrantedDiscount[];
}

export class EnrollmentAnswer extends CodesAnswer {
  @ApiProperty({ example: 'enr_01jdb0z5n8e8rv3zq6wq5ztg5q' }) id: string;
  @ApiProperty({ example: 'cus_01jdb0z5n8e8rv3zq6wq5ztg5q' }) customer_id: string;
  @ApiProperty({ format: 'date-time' }) created_at: string;
}

const CENTS = { type: 'integer' } as const;

class LineAnswer extends DiscountAnswer {
  @ApiProperty({ ...CENTS, example: 10_000 }) base_cents: number;
  @ApiProperty({ ...CENTS, example: 1000 }) amount_cents: number;
  @ApiProperty({ ...CENTS, example: 9000 }) running_total_cents: number;
}

class AlternativeAnswer {
  @ApiProperty({ enum: SOURCES, isArray: true, example: ['referral'] }) combination: Source[];
  @ApiProperty({ ...CENTS, example: 9000 }) total_cents: number;
}

/** The outcomes for the codes. With an amount, also the price of a first invoice of that amount, line by line. */
export class QuoteAnswer extends CodesAnswer {
  @ApiPropertyOptional({ ...CENTS, example: 10_000 }) subtotal_cents?: number;
  @ApiPropertyOptional({ type: [LineAnswer] }) lines?: LineAnswer[];
  @ApiPropertyOptional({ ...CENTS, example: 9000 }) total_cents?: number;
  @ApiPropertyOptional({
    type: [AlternativeAnswer],
    description:
      'Present with an amount. The price with the referral discount that the promo excludes; empty if it excludes none, or if the first invoice could not use it.',
  })
  alternatives?: AlternativeAnswer[];
}
