import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { IsPlainLine } from '../../core/http/validation.js';

/** Any color, such as `#0a7a5c`. Pages derive readable shades from it. */
const BRAND_COLOR = /^#[0-9a-f]{6}$/i;

/** The default color. */
export const DEFAULT_BRAND_COLOR = '#0a7a5c';

export class BrandingRequest {
  @ApiProperty({ example: 'acme-waste' })
  @IsPlainLine(64)
  tenant_slug: string;
}

export class SaveBrandingRequest {
  @ApiProperty({ example: '#1f7a4d', pattern: '^#[0-9a-fA-F]{6}$' })
  @Matches(BRAND_COLOR, { message: 'brand_color must be a color such as #1f7a4d' })
  brand_color: string;
}

/** The data that pages need before they show anything. */
export class BrandingAnswer {
  @ApiProperty({ example: 'acme-waste' }) tenant_slug: string;
  @ApiProperty({ example: 'Acme Waste' }) tenant_name: string;
  @ApiProperty({ example: 'USD' }) currency: string;
  @ApiProperty({
    example: 2,
    description: 'Digits after the decimal point according to ISO 4217. Browsers differ for some currencies.',
  })
  currency_digits: number;
  @ApiProperty({ example: '#1f7a4d', description: `${DEFAULT_BRAND_COLOR} until a color is saved.` })
  brand_color: string;
}
