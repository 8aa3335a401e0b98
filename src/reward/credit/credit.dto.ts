import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsInt, Max, Min, NotEquals } from 'class-validator';
import { MAX_CENTS } from '../../common/money.js';
import { IsLine, IsMoment, MayBeNull } from '../../core/http/validation.js';
import { ENTRY_KINDS, type EntryKind } from '../ledger/credit-entry.entity.js';

const CENTS = { type: 'integer' } as const;
const MOMENT = { type: String, format: 'date-time', nullable: true } as const;
const ID = { type: String, nullable: true } as const;

export class AdjustCreditRequest {
  @ApiProperty({
    ...CENTS,
    example: 500,
    minimum: -MAX_CENTS,
    maximum: MAX_CENTS,
    description: 'Positive to grant credit, negative to take it.',
  })
  @NotEquals(0, { message: 'amount_cents must not be 0' })
  @Max(MAX_CENTS)
  @Min(-MAX_CENTS)
  @IsInt()
  amount_cents: number;

  @ApiProperty({ example: 'goodwill for the missed pick-up', maxLength: 500 })
  @IsLine(500)
  reason: string;

  @ApiPropertyOptional({ ...MOMENT, description: 'When the granted credit expires. Null means never.' })
  @IsMoment()
  @MayBeNull()
  expires_at?: string | null;
}

class CreditLotAnswer {
  @ApiProperty({ example: 'lot_01jdb0z5n8e8rv3zq6wq5ztg5q' }) id: string;
  @ApiProperty({ ...ID, description: 'The reward that the credit was granted for. Null for a manual grant.' })
  reward_id: string | null;
  @ApiProperty({ ...CENTS, example: 2000 }) granted_cents: number;
  @ApiProperty({ ...CENTS, example: 1500 }) remaining_cents: number;
  @ApiProperty(MOMENT) expires_at: string | null;
  @ApiProperty({ format: 'date-time' }) created_at: string;
}

class CreditEntryAnswer {
  @ApiProperty({ example: 'cre_01jdb0z5n8e8rv3zq6wq5ztg5q' }) id: string;
  @ApiProperty({ ...CENTS, example: 2 }) sequence: number;
  @ApiProperty({ enum: ENTRY_KINDS }) kind: EntryKind;
  @ApiProperty({
    ...CENTS,
    example: -500,
    description: 'Positive for credit added, negative for credit taken.',
  })
  amount_cents: number;
  @ApiProperty({ ...CENTS, example: 1500, description: 'The balance after this entry.' })
  balance_cents: number;
  @ApiProperty({ example: 'lot_01jdb0z5n8e8rv3zq6wq5ztg5q' }) lot_id: string;
  @ApiProperty(ID) redemption_id: string | null;
  @ApiProperty({ ...ID, description: 'The invoice of the redemption.' }) invoice_id: string | null;
  @ApiProperty(ID) reason: string | null;
  @ApiProperty({ format: 'date-time' }) created_at: string;
}

class MyCreditEntryAnswer extends OmitType(CreditEntryAnswer, ['reason']) {}

/** A customer's credit: the lots in the order in which they will be used, and the ledger entries, newest first. */
export class CreditStatementAnswer {
  @ApiProperty({ example: 'USD' }) currency: string;
  @ApiProperty({ ...CENTS, example: 1500 }) balance_cents: number;
  @ApiProperty({ type: [CreditLotAnswer], description: 'Grants with credit left.' })
  lots: CreditLotAnswer[];
  @ApiProperty({ type: [CreditEntryAnswer] }) entries: CreditEntryAnswer[];
  @ApiProperty() has_more: boolean;
  @ApiProperty({ ...ID, description: 'Pass it as `cursor` to get older entries.' }) next_cursor:
    string | null;
}

export class MyCreditAnswer extends OmitType(CreditStatementAnswer, ['entries']) {
  @ApiProperty({ type: [MyCreditEntryAnswer] }) entries: MyCreditEntryAnswer[];
}
