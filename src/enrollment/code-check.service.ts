import { Injectable } from '@nestjs/common';
import { canonicalEmail } from '../customer/canonical-email.js';
import type { Transaction } from '../core/database/transaction.js';
import { KnownPeopleService } from '../customer/known-people.service.js';
import type { Person } from '../customer/person-fingerprints.js';
import { type PromoCheck, PromoCheckService } from '../promo/promo-check.service.js';
import type { PromoTerms } from '../promo/promo.repository.js';
import { type ReferralOffer, ReferralOfferQuery } from '../referral/referral-offer.query.js';
import { attribute, type PromoOutcome, type ReferralOutcome, type ReferralRefusal } from './attribution.js';

/** Codes as typed. Blank, null and absent mean the same. */
export interface SubmittedCodes {
  readonly referral_code?: string | null;
  readonly promo_code?: string | null;
}

/** The outcomes for both codes. */
export interface CheckedCodes {
  readonly referral: ReferralOutcome<ReferralOffer>;
  readonly promo: PromoOutcome<PromoTerms>;
}

/** Checks each code, then decides whether they combine. */
@Injectable()
export class CodeCheckService {
  constructor(
    private readonly promos: PromoCheckService,
    private readonly offers: ReferralOfferQuery,
    private readonly people: KnownPeopleService,
  ) {}

  /** Checks the codes of an enrollment, and takes one use of a valid promo. */
  async redeem(tx: Transaction, codes: SubmittedCodes, person: Person, at: Date): Promise<CheckedCodes> {
    const [promo, offer, known] = await Promise.all([
      isNotBlank(codes.promo_code) ? this.promos.redeem(tx, codes.promo_code, at) : undefined,
      isNotBlank(codes.referral_code) ? this.offers.findIn(tx, codes.referral_code, at) : undefined,
      isNotBlank(codes.referral_code) ? this.people.find(tx, person) : undefined,
    ]);
    const own =
      offer?.referrer_canonical_email === canonicalEmail(person.email) ||
      known?.formerly.includes(offer?.referrer_customer_id ?? '') === true;
    return attributeCodes(codes, promo, offer, refusalOf({ own, erased: known?.erased === true }));
  }

  /** Checks the codes of a quote, which names no person. Does not take a use of the promo. */
  async check(tenantId: string, codes: SubmittedCodes): Promise<CheckedCodes> {
    const [promo, offer] = await Promise.all([
      isNotBlank(codes.promo_code) ? this.promos.check(tenantId, codes.promo_code) : undefined,
      isNotBlank(codes.referral_code) ? this.offers.find(tenantId, codes.referral_code) : undefined,
    ]);
    return attributeCodes(codes, promo, offer);
  }
}

/** Returns true if a code was given. */
export const isNotBlank = (code: string | null | undefined): code is string =>
  code != null && code.trim() !== '';

/** Returns the reason why a valid code does not apply to the person. */
function refusalOf({ own, erased }: { own: boolean; erased: boolean }): ReferralRefusal | undefined {
  if (own) return 'self_referral';
  return erased ? 'not_eligible' : undefined;
}

/** Applies the rule of `attribute`. @param refusal the reason why a valid code does not apply to the person */
function attributeCodes(
  { referral_code }: SubmittedCodes,
  promo: PromoCheck | undefined,
  offer: ReferralOffer | undefined,
  refusal?: ReferralRefusal,
): CheckedCodes {
  const found = offer === undefined ? { refusal: 'invalid_code' as const } : { found: offer };
  const referral = offer === undefined || refusal === undefined ? found : { refusal };
  return attribute(isNotBlank(referral_code) ? referral : undefined, promo);
}
