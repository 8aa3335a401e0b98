import { ApiProperty } from '@nestjs/swagger';

class LedgerFailureAnswer {
  @ApiProperty({ example: 'cus_111' }) customer_id: string;
  @ApiProperty({ type: 'integer', nullable: true, example: 3 }) sequence: number | null;
  @ApiProperty({ type: String, nullable: true, example: 'cre_01jdb0z5n8e8rv3zq6wq5ztg5q' })
  entry_id: string | null;
  @ApiProperty({ example: 'its running balance is wrong' }) problem: string;
}

export class VerificationAnswer {
  @ApiProperty() valid: boolean;
  @ApiProperty({ type: 'integer', description: 'The number of verified entries.' }) entries: number;
  @ApiProperty({ type: LedgerFailureAnswer, nullable: true }) first_failure: LedgerFailureAnswer | null;
}
