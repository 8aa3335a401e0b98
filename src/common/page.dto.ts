import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { MayBeAbsent, WholeNumber } from './validation.js';

/** What every list accepts. */
export class PageRequest {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 50 })
  @WholeNumber()
  @Max(100)
  @Min(1)
  @IsInt()
  limit = 50;

  @ApiPropertyOptional({ description: 'next_cursor of the page before' })
  @MaxLength(256)
  @IsString()
  @MayBeAbsent()
  cursor?: string;
}
