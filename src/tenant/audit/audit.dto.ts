import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageRequest } from '../../core/http/page.js';
import { IsId, IsPlainLine, IsMoment, MayBeAbsent } from '../../core/http/validation.js';

const STATE = { type: 'object', additionalProperties: true, nullable: true } as const;

export class ListAuditRequest extends PageRequest {
  @ApiPropertyOptional({ example: 'promo.updated' })
  @IsPlainLine(64)
  @MayBeAbsent()
  action?: string;

  @ApiPropertyOptional({ example: 'admin:usr_1' })
  @IsPlainLine(128)
  @MayBeAbsent()
  actor?: string;

  @ApiPropertyOptional({ example: 'pro_01jdb0z5n8e8rv3zq6wq5ztg5q' })
  @IsId()
  @MayBeAbsent()
  target_id?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'At or after this time.' })
  @IsMoment()
  @MayBeAbsent()
  created_after?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Before this time.' })
  @IsMoment()
  @MayBeAbsent()
  created_before?: string;
}

export class AuditEntryAnswer {
  @ApiProperty({ example: 'aud_01jdb0z5n8e8rv3zq6wq5ztg5q' }) id: string;
  @ApiProperty({ example: 'promo.updated' }) action: string;
  @ApiProperty({ example: 'pro_01jdb0z5n8e8rv3zq6wq5ztg5q' }) target_id: string;
  @ApiProperty({ example: 'admin:usr_1' }) actor: string;
  @ApiProperty({ type: String, nullable: true, example: '198.51.100.7' }) address: string | null;
  @ApiProperty({ ...STATE, description: 'The former values of the changed fields. Null for a creation.' })
  before: Record<string, unknown> | null;
  @ApiProperty({ ...STATE, description: 'The new values of the changed fields. Null for a removal.' })
  after: Record<string, unknown> | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ format: 'date-time' }) created_at: string;
}
