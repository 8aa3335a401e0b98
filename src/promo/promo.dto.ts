import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, Max, Min, ValidateBy } from 'class-validator';
import { PageRequest } from '../core/http/page.js';
import {
  IsFiniteNumber,
  IsPlainLine,
  IsMoment,
  IsCodeInput,
  MayBeAbsent,
  MayBeNull,
  ParseBoolean,
} from '../core/http/validation.js';
import { normalizePromoCode, PROMO_CODE } from './promo-code.js';
import { DISCOUNT_TYPES, type DiscountType } from './promo.entity.js';

const IsPromoCode = (): PropertyDecorator =>
  ValidateBy({
    name: 'isPromoCode',
    validator: {
      validate: (value) => typeof value === 'string' && PROMO_CODE.test(normalizePromoCode(value)),
      defaultMessage: () => 'code must be 1 to 64 letters, digits, dashes or underscores',
    },
  });

export class CreatePromoRequest {
  @ApiProperty({ example: 'SUMMER25', maxLength: 64 })
  @IsPromoCode()
  code: string;

  @ApiProperty({ enum: DISCOUNT_TYPES, example: 'discount_percent' })
  @IsIn(DISCOUNT_TYPES)
  discount_type: DiscountType;

  @ApiProperty({ example: 25, minimum: 0, description: 'Percent, or major units of the currency.' })
  @Min(0)
  @IsFiniteNumber()
  discount_value: number;

  @ApiPropertyOptional({ default: false, description: 'When false, the promo drops the referral code.' })
  @IsBoolean()
  @MayBeAbsent()
  combinable_with_referral?: boolean;

  @ApiPropertyOptional({ default: true })
  @IsBoolean()
  @MayBeAbsent()
  active?: boolean;

  @ApiPropertyOptional({ format: 'date-time', nullable: true, type: String })
  @IsMoment()
  @MayBeNull()
  starts_at?: string | null;

  @ApiPropertyOptional({ format: 'date-time', nullable: true, type: String })
  @IsMoment()
  @MayBeNull()
  ends_at?: string | null;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, nullable: true, description: 'Null means no limit.' })
  @Max(1_000_000_000)
  @Min(1)
  @IsInt()
  @MayBeNull()
  max_redemptions?: number | null;
}

export class UpdatePromoRequest extends PartialType(CreatePromoRequest, { skipNullProperties: false }) {}

export class ListPromosRequest extends PageRequest {
  @ApiPropertyOptional({ type: Boolean })
  @IsBoolean()
  @ParseBoolean()
  @MayBeAbsent()
  active?: boolean;

  @ApiPropertyOptional({ description: 'Part of the code.' })
  @IsPlainLine(64)
  @MayBeAbsent()
  q?: string;
}

export class ValidatePromoRequest {
  @ApiProperty({ example: 'SUMMER25' })
  @IsCodeInput()
  promo_code: string;

  @ApiProperty({ example: 'acme-waste' })
  @IsCodeInput()
  tenant_slug: string;
}

/** The public answer about a promo code. */
export class PromoValidation {
  @ApiProperty({ example: true }) valid: boolean;
  @ApiPropertyOptional({ enum: DISCOUNT_TYPES }) discount_type?: DiscountType;
  @ApiPropertyOptional({ example: 25 }) discount_value?: number;
  @ApiPropertyOptional({ example: false }) combinable_with_referral?: boolean;
  @ApiPropertyOptional({ enum: ['invalid_code'], description: 'Present only when the code is not valid.' })
  reason?: 'invalid_code';
}

export class PromoAnswer {
  @ApiProperty({ example: 'pro_01jdb0z5n8e8rv3zq6wq5ztg5q' }) id: string;
  @ApiProperty({ example: 'SUMMER25' }) code: string;
  @ApiProperty({ enum: DISCOUNT_TYPES }) discount_type: DiscountType;
  @ApiProperty({ example: 25 }) discount_value: number;
  @ApiProperty() combinable_with_referral: boolean;
  @ApiProperty() active: boolean;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) starts_at: string | null;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) ends_at: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) max_redemptions: number | null;
  @ApiProperty({ type: 'integer' }) redemption_count: number;
  @ApiProperty({ format: 'date-time' }) created_at: string;
}
