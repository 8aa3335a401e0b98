import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { type Availability, type SideOffer, WITHHELD_REASONS, type WithheldReason } from './offer.js';
import { majorValue, type ValueType } from '../tenant/value.js';

class AvailableFrom {
  @ApiProperty({ format: 'date-time' }) from: string;
}

/** When a reward can be used. */
export type AvailableAnswer = 'after_first_invoice' | 'after_approval' | AvailableFrom;

export const AVAILABLE: ApiPropertyOptions = {
  oneOf: [
    { type: 'string', enum: ['after_first_invoice', 'after_approval'] },
    { type: 'object', required: ['from'], properties: { from: { type: 'string', format: 'date-time' } } },
  ],
  description: 'When the reward can be used. Absent when it can be used at once.',
};

export const MIN_INVOICE: ApiPropertyOptions = {
  type: 'integer',
  example: 5000,
  description:
    'The minimum total of the first invoice, after discounts, for the referral to qualify. Absent without a minimum, or if no invoice is needed.',
};

export const WITHHELD: ApiPropertyOptions = {
  enum: WITHHELD_REASONS,
  description: 'The reason that there is no reward. Absent when there is one.',
};

/** The reward that one side would earn now, as answers show it. */
export interface OfferedReward {
  readonly type: ValueType;
  /** 0 for a reward that is withheld. */
  readonly value: number;
  readonly withheld?: WithheldReason;
  readonly available?: AvailableAnswer;
}

/** Converts an availability to its API representation; undefined for a reward that can be used at once. */
export function availableAnswer(available: Availability): AvailableAnswer | undefined {
  if (available === 'now') return undefined;
  return typeof available === 'string' ? available : { from: available.from.toISOString() };
}

/** Converts the offer of one side to its API representation. */
export function offeredReward({ value, withheld, available }: SideOffer, currency: string): OfferedReward {
  const { type, value: offered } = majorValue(value, currency);
  if (withheld !== null) return { type, value: 0, withheld };
  const waits = offered === 0 ? undefined : availableAnswer(available);
  return { type, value: offered, ...(waits !== undefined && { available: waits }) };
}
