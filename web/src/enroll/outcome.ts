import type { Schemas } from 'referrals-sdk';
import type { Message, Values } from '../i18n/message.js';
import { enrollMessages as messages } from '../messages/enroll.js';
import type { Value } from '../ui/value-words.js';
import type { Available } from './availability.js';

/** The parts of the request that the answer does not repeat. */
export interface Given {
  readonly referralCode: string;
  readonly promoCode: string;
  /** The referrer's name; null: hidden or unknown. */
  readonly from: string | null;
}

/** A message with its values. */
export interface Line {
  readonly message: Message;
  readonly values: Values;
  /** When the reward of a gain can be used. */
  readonly available?: Available;
  /** What the invoice that brings it must come to. */
  readonly minInvoiceCents?: number | undefined;
}

type Codes = Pick<Schemas['EnrollmentAnswer'], 'referral' | 'promo' | 'discounts'>;

/** Lists what the new customer gets. @param words formats a value */
export const gains = (
  { referral, discounts }: Codes,
  given: Given,
  words: (value: Value) => string,
): Line[] =>
  discounts.map(({ source, available, ...value }) => ({
    ...gain(source, words(value), given),
    available,
    minInvoiceCents: source === 'referral' ? referral.min_invoice_cents : undefined,
  }));

/** Tells that an invitation without a reward for the new customer still counts for the referrer. */
export function countedOnly({ referral, discounts }: Codes, { from }: Given): Line[] {
  if (referral.status !== 'applied' || discounts.some(({ source }) => source === 'referral')) return [];
  const none = { message: messages.noRewardNow, values: {} };
  return [noted(from), ...(referral.reason === 'reward_withheld' ? [none] : [])];
}

/** Tells when the discounts come off. */
export function nextBill(gained: readonly Line[]): Message {
  if (gained.some(({ available }) => available !== undefined)) return messages.nextBillLater;
  const hasMinimum = gained.some(({ minInvoiceCents }) => minInvoiceCents !== undefined);
  return hasMinimum ? messages.nextBillMinimum : messages.nextBill;
}

/** Lists the codes that were not applied, with the reasons. */
export function losses({ referral, promo }: Codes, given: Given): Line[] {
  return [promoLoss(promo.reason, given), referralLoss(referral, given)].filter((line) => line !== null);
}

const gain = (source: 'promo' | 'referral', value: string, { from, promoCode }: Given): Line => {
  if (source === 'promo') return { message: messages.byPromo, values: { value, code: promoCode } };
  return from === null
    ? { message: messages.byHiddenInvitation, values: { value } }
    : { message: messages.byInvitation, values: { value, name: from } };
};

/** Tells that an invitation counts for the referrer. @param from the referrer's name; null: hidden or unknown */
export const noted = (from: string | null): Line =>
  from === null
    ? { message: messages.notedHidden, values: {} }
    : { message: messages.noted, values: { name: from } };

function referralLoss(
  { status, reason }: Codes['referral'],
  { from, referralCode, promoCode }: Given,
): Line | null {
  switch (reason) {
    case null:
    case 'reward_withheld': // `countedOnly` tells it
      return null;
    case 'promo_not_combinable':
      if (status === 'applied') return { message: messages.replaced, values: { code: promoCode } };
      return from === null
        ? { message: messages.droppedHidden, values: { code: promoCode } }
        : { message: messages.dropped, values: { name: from, code: promoCode } };
    case 'invalid_code':
      return { message: messages.unknownReferral, values: { code: referralCode } };
    case 'self_referral': // the public does not learn the reason
    case 'not_eligible':
      return { message: messages.notEligible, values: { code: referralCode } };
  }
}

function promoLoss(reason: Codes['promo']['reason'], { promoCode: code }: Given): Line | null {
  switch (reason) {
    case null:
      return null;
    case 'invalid_code':
      return { message: messages.unknownPromo, values: { code } };
    case 'promo_expired':
      return { message: messages.expiredPromo, values: { code } };
    case 'promo_used_up':
      return { message: messages.usedUpPromo, values: { code } };
  }
}
