import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { type Rule, RULES } from '../../referral/abuse/abuse-rules.js';
import { REVIEW_STATUSES, type ReviewStatus } from './review.entity.js';
import { PageRequest } from '../../core/http/page.js';
import { MayBeAbsent } from '../../core/http/validation.js';

export class ListReviewsRequest extends PageRequest {
  @ApiPropertyOptional({ enum: REVIEW_STATUSES })
  @IsIn(REVIEW_STATUSES)
  @MayBeAbsent()
  status?: ReviewStatus;
}

const RULE_LIST = { enum: RULES, isArray: true } as const;
const TEXT = { type: String, nullable: true } as const;

export class ReviewAnswer {
  @ApiProperty({ example: 'rev_01jdb0z5n8e8rv3zq6wq5ztg5q' }) id: string;
  @ApiProperty({ example: 'ref_abc123' }) referral_id: string;
  @ApiProperty({ enum: REVIEW_STATUSES }) status: ReviewStatus;
  @ApiProperty({ ...RULE_LIST, description: 'All rules that matched.' }) reasons: Rule[];
  @ApiProperty({ ...RULE_LIST, description: 'The matching rules that held the referral.' }) held_by: Rule[];
  @ApiProperty({ example: 'cus_111' }) referrer_customer_id: string;
  @ApiProperty({ example: 'John Doe' }) referrer_name: string;
  @ApiProperty({ example: 'cus_222' }) referee_customer_id: string;
  @ApiProperty({ example: 'Jane Smith' }) referee_name: string;
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({ ...TEXT, format: 'date-time' }) decided_at: string | null;
  @ApiProperty({ ...TEXT, example: 'admin:usr_1' }) decided_by: string | null;
  @ApiProperty({ ...TEXT, description: 'The reason of the decision.' }) reason: string | null;
}
