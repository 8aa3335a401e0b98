import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PageRequest } from '../core/http/page.js';
import {
  EmptyIsNull,
  IsEmailAddress,
  Trimmed,
  IsId,
  IsLine,
  IsPlainLine,
  MayBeAbsent,
  MayBeNull,
} from '../core/http/validation.js';
import { CUSTOMER_STATUSES, type CustomerStatus } from './customer.entity.js';

/** The personal data of a customer. */
export class PersonRequest {
  @ApiProperty({ example: 'John Doe', maxLength: 200 })
  @IsLine(200)
  name: string;

  @ApiProperty({ example: 'john@example.com', format: 'email', maxLength: 254 })
  @IsEmailAddress()
  email: string;

  @ApiPropertyOptional({ example: '+1 555 0100', nullable: true, type: String, maxLength: 40 })
  @EmptyIsNull()
  @IsPlainLine(40)
  @MayBeNull()
  phone?: string | null;
}

export class CreateCustomerRequest extends PersonRequest {
  @ApiPropertyOptional({
    example: 'cus_111',
    description: 'Your own id for the customer. Generated if absent.',
  })
  @IsId()
  @MayBeAbsent()
  id?: string;

  @ApiPropertyOptional({ enum: CUSTOMER_STATUSES, default: 'active' })
  @IsIn(CUSTOMER_STATUSES)
  @MayBeAbsent()
  status?: CustomerStatus;
}

export class UpdateCustomerRequest extends PartialType(PersonRequest, { skipNullProperties: false }) {
  @ApiPropertyOptional({ enum: CUSTOMER_STATUSES })
  @IsIn(CUSTOMER_STATUSES)
  @MayBeAbsent()
  status?: CustomerStatus;
}

export class ListCustomersRequest extends PageRequest {
  @ApiPropertyOptional({ enum: CUSTOMER_STATUSES })
  @IsIn(CUSTOMER_STATUSES)
  @MayBeAbsent()
  status?: CustomerStatus;

  @ApiPropertyOptional({
    description: 'Part of the name or e-mail address, or the whole id or referral code.',
  })
  @Trimmed()
  @IsPlainLine(200)
  @MayBeAbsent()
  q?: string;
}

/** A customer without the referral code, as the audit log records it. */
export class CustomerState {
  @ApiProperty({ example: 'cus_111' }) id: string;
  @ApiProperty({ example: 'John Doe' }) name: string;
  @ApiProperty({ example: 'john@example.com' }) email: string;
  @ApiProperty({ type: String, nullable: true, example: '+1 555 0100' }) phone: string | null;
  @ApiProperty({ enum: CUSTOMER_STATUSES }) status: CustomerStatus;
  @ApiProperty({ format: 'date-time' }) created_at: string;
}

export class CustomerAnswer extends CustomerState {
  @ApiPropertyOptional({
    example: 'KH7N4WP3',
    description: "The customer's own code. Absent until the customer first opens it.",
  })
  referral_code?: string;
}
