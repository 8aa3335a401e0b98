import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, Matches, MaxLength, ValidateBy } from 'class-validator';
import { isCurrency } from '../common/money.js';
import { IsLine, MayBeAbsent } from '../core/http/validation.js';
import { MAX_SLUG, SLUG } from './slug.js';
import { TENANT_STATUSES, type TenantStatus } from './tenant.entity.js';

const IsCurrencyCode = (): PropertyDecorator =>
  ValidateBy({
    name: 'isCurrencyCode',
    validator: {
      validate: (value) => typeof value === 'string' && isCurrency(value),
      defaultMessage: () => 'currency must be an ISO 4217 code such as USD',
    },
  });

export class CreateTenantRequest {
  @ApiProperty({ example: 'acme-waste', pattern: SLUG.source, maxLength: MAX_SLUG })
  @MaxLength(MAX_SLUG)
  @Matches(SLUG, { message: 'slug must be lower-case letters, digits and single dashes' })
  slug: string;

  @ApiProperty({ example: 'Acme Waste', maxLength: 200 })
  @IsLine(200)
  name: string;

  @ApiPropertyOptional({ example: 'USD', default: 'USD' })
  @IsCurrencyCode()
  @MayBeAbsent()
  currency?: string;
}

export class UpdateTenantRequest {
  @ApiPropertyOptional({ example: 'Acme Waste Ltd', maxLength: 200 })
  @IsLine(200)
  @MayBeAbsent()
  name?: string;

  @ApiPropertyOptional({ enum: TENANT_STATUSES })
  @IsIn(TENANT_STATUSES)
  @MayBeAbsent()
  status?: TenantStatus;
}

export class TenantAnswer {
  @ApiProperty({ example: 'ten_01jdb0z5n8e8rv3zq6wq5ztg5q' }) id: string;
  @ApiProperty({ example: 'acme-waste' }) slug: string;
  @ApiProperty({ example: 'Acme Waste' }) name: string;
  @ApiProperty({ example: 'USD' }) currency: string;
  @ApiProperty({ enum: TENANT_STATUSES }) status: TenantStatus;
  @ApiProperty({ format: 'date-time' }) created_at: string;
}
