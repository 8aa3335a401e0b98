import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayNotEmpty, ArrayUnique, IsIn, IsInt, Max, Min } from 'class-validator';
import { KEY_SCOPES, type KeyScope } from '../../core/auth/key-scope.js';
import { IsLine, MayBeAbsent } from '../../core/http/validation.js';

const DAY_SECONDS = 86_400;
const MAX_OVERLAP_SECONDS = 7 * DAY_SECONDS;

export class CreateApiKeyRequest {
  @ApiProperty({ example: 'Billing', maxLength: 100 })
  @IsLine(100)
  name: string;

  @ApiProperty({ enum: KEY_SCOPES, isArray: true, example: ['redeem'], minItems: 1, uniqueItems: true })
  @IsIn(KEY_SCOPES, { each: true })
  @ArrayUnique()
  @ArrayNotEmpty()
  scopes: KeyScope[];
}

export class RotateApiKeyRequest {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: MAX_OVERLAP_SECONDS,
    default: DAY_SECONDS,
    description: 'The time for which the old key stays valid, in seconds.',
  })
  @Max(MAX_OVERLAP_SECONDS)
  @Min(0)
  @IsInt()
  @MayBeAbsent()
  overlap_seconds = DAY_SECONDS;
}

export class ApiKeyAnswer {
  @ApiProperty({ example: 'key_01jdb0z5n8e8rv3zq6wq5ztg5q' }) id: string;
  @ApiProperty({ example: 'Billing' }) name: string;
  @ApiProperty({ enum: KEY_SCOPES, isArray: true }) scopes: KeyScope[];
  @ApiProperty({
    description: 'The beginning of the key, for display.',
    example: 'rk_01jdb0z5n8e8rv3zq6wq5ztg5q_3f9a2c',
  })
  prefix: string;
  @ApiProperty({ example: 'admin:usr_1' }) created_by: string;
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({ format: 'date-time', nullable: true, type: String, description: 'Rounded to the minute.' })
  last_used_at: string | null;
  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'Set when the key has been rotated.',
  })
  expires_at: string | null;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) revoked_at: string | null;
}

/** The only responses that contain a key. */
export class NewApiKeyAnswer extends ApiKeyAnswer {
  @ApiProperty({
    description: 'Shown only in this response. Send it as `Authorization: Bearer …`.',
    example: 'rk_01jdb0z5n8e8rv3zq6wq5ztg5q_3f9a2c…',
  })
  key: string;
}
