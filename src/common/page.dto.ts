import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { MAX_LIMIT } from './page.js';
import { MayBeAbsent, WholeNumber } from './validation.js';

/** What every list accepts. */
export class PageRequest {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: 50 })
  @WholeNumber()
  @Max(MAX_LIMIT)
  @Min(1)
  @IsInt()
  limit = 50;

  @ApiPropertyOptional({ description: 'next_cursor of the page before' })
  @MaxLength(256)
  @IsString()
  @MayBeAbsent()
  cursor?: string;
}
