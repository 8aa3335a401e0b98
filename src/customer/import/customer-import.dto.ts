import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

const COUNT = { type: 'integer' } as const;

/** Why one row was not taken. */
export class ImportErrorAnswer {
  @ApiProperty({ ...COUNT, example: 7, description: 'as a spreadsheet numbers it; the header is row 1' })
  row: number;
  @ApiProperty({ example: 'email' }) field: string;
  @ApiProperty({ example: 'is_email' }) code: string;
  @ApiProperty({ example: 'email must be an e-mail address' }) message: string;
  @ApiPropertyOptional({
    ...COUNT,
    description: 'of `duplicate_row`: the row before it about the same customer',
  })
  first_row?: number;
}

/** What became of a file of customers. */
export class ImportAnswer {
  @ApiProperty({ ...COUNT, description: 'created + updated + unchanged + failed' }) rows: number;
  @ApiProperty(COUNT) created: number;
  @ApiProperty(COUNT) updated: number;
  @ApiProperty({ ...COUNT, description: 'they were as the file says' }) unchanged: number;
  @ApiProperty({ ...COUNT, description: 'rows with an error; the others are done all the same' })
  failed: number;
  @ApiProperty({ type: [ImportErrorAnswer], description: 'by row' }) errors: ImportErrorAnswer[];
}
