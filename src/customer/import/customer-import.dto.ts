import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

const COUNT = { type: 'integer' } as const;

/** An error of one row. */
export class ImportErrorAnswer {
  @ApiProperty({
    ...COUNT,
    example: 7,
    description: 'The row number as in a spreadsheet. The header is row 1.',
  })
  row: number;
  @ApiProperty({ example: 'email' }) field: string;
  @ApiProperty({ example: 'is_email' }) code: string;
  @ApiProperty({ example: 'email must be an e-mail address' }) message: string;
  @ApiPropertyOptional({
    ...COUNT,
    description: 'For `duplicate_row`: the earlier row with the same customer.',
  })
  first_row?: number;
}

/** The result of an import. */
export class ImportAnswer {
  @ApiProperty({ ...COUNT, description: 'created + updated + unchanged + failed' }) rows: number;
  @ApiProperty(COUNT) created: number;
  @ApiProperty(COUNT) updated: number;
  @ApiProperty({ ...COUNT, description: 'Customers whose data already matched the file.' }) unchanged: number;
  @ApiProperty({ ...COUNT, description: 'Rows with an error. The other rows are imported anyway.' })
  failed: number;
  @ApiProperty({ type: [ImportErrorAnswer], description: 'In the order of the rows.' })
  errors: ImportErrorAnswer[];
  @ApiPropertyOptional({
    type: [String],
    example: ['Accepts Marketing'],
    description: 'Columns of the file that were not read. Absent when there is none.',
  })
  ignored_columns?: string[];
}
