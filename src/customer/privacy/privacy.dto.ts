import { ApiProperty, OmitType } from '@nestjs/swagger';
import { CustomerState } from '../customer.dto.js';
import { TimelineLine } from '../timeline.dto.js';

type StoredFields = Readonly<Record<string, unknown>>;

const OBJECT = { type: 'object', additionalProperties: true } as const;
const LIST = { type: 'array', items: OBJECT } as const;
const MOMENT = { format: 'date-time', type: String, nullable: true } as const;

class ExportedCustomer extends CustomerState {
  @ApiProperty({ example: 'john@example.com', description: 'The mailbox that the address delivers to.' })
  canonical_email: string;
  @ApiProperty(MOMENT) erased_at: string | null;
}

/** A timeline line without the actor, so that no staff are named. */
export class ExportedTimelineLine extends OmitType(TimelineLine, ['actor']) {}

class ExportedReferral {
  @ApiProperty({ example: 'ref_abc123' }) id: string;
  @ApiProperty({ example: 'KH7N4WP3' }) referral_code: string;
  @ApiProperty({ example: 'qualified' }) status: string;
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({ type: [ExportedTimelineLine] }) timeline: ExportedTimelineLine[];
}

export class ReferralAsReferrer extends ExportedReferral {
  @ApiProperty({ example: 'Jane S.' }) referee_name: string;
}

export class ReferralAsReferee extends ExportedReferral {
  @ApiProperty({ example: 'John D.' }) referrer_name: string;
}

/** Contains the fields as they are stored, for a person to read and to take elsewhere. */
export class CustomerExportAnswer {
  @ApiProperty({ format: 'date-time' }) exported_at: string;
  @ApiProperty({ type: ExportedCustomer }) customer: ExportedCustomer;
  @ApiProperty({ ...OBJECT, nullable: true }) referral_code: StoredFields | null;
  @ApiProperty({ ...OBJECT, nullable: true, description: 'The enrollment of the customer.' })
  enrollment: StoredFields | null;
  @ApiProperty({ type: [ReferralAsReferrer] }) referrals_as_referrer: ReferralAsReferrer[];
  @ApiProperty({ type: [ReferralAsReferee] }) referrals_as_referee: ReferralAsReferee[];
  @ApiProperty(LIST) rewards: StoredFields[];
  @ApiProperty(LIST) credit_lots: StoredFields[];
  @ApiProperty(LIST) credit_entries: StoredFields[];
  @ApiProperty(LIST) redemptions: StoredFields[];
  @ApiProperty({ ...LIST, description: "Reviews of the customer's referrals by the abuse rules." })
  reviews: StoredFields[];
  @ApiProperty({ ...LIST, description: 'The used part of the limits on a referrer.' }) limits: StoredFields[];
  @ApiProperty({
    ...LIST,
    description: 'Keyed fingerprints of the mailboxes and phone numbers that the customer had before.',
  })
  former_traits: StoredFields[];
  @ApiProperty(LIST) audit_entries: StoredFields[];
  @ApiProperty({ ...LIST, description: 'Events that refer to the customer.' }) events: StoredFields[];
}
