import { Injectable } from '@nestjs/common';
import { canonicalEmail } from '../customer/canonical-email.js';
import type { Transaction } from '../core/database/transaction.js';
import { ErasedPeopleService } from '../customer/privacy/erased-people.service.js';
import type { Person } from '../customer/privacy/person-fingerprints.js';
import { type PromoCheck, PromoCheckService } from '../promo/promo-check.service.js';
import type { TakenPromo } from '../promo/promo.repository.js';
import { type ReferralOffer, ReferralOfferQuery } from '../referral/referral-offer.query.js';
import { attribute, type PromoOutcome, type ReferralOutcome, type ReferralRefusal } from './attribution.js';

/** Codes as somebody typed them; blank, null and absent are the same. */
export interface TypedCodes {
  readonly referral_code?: string | null;
  readonly promo_code?: string | null;
}

/** What became of both codes. */
export interface CheckedCodes {
  readonly referral: ReferralOutcome<ReferralOffer>;
  readonly promo: PromoOutcome<TakenPromo>;
}

/** Checks each code alone, then applies the guide's rule to what was found. */
@Injectable()
export class CodeCheckService {
  constructor(
    private readonly promos: PromoCheckService,
    private readonly offers: ReferralOfferQuery,
    private readonly erased: ErasedPeopleService,
  ) {}

  /** For an enrollment: a valid promo has lost one use by the time this answers. */
  async redeem(tx: Transaction, codes: TypedCodes, person: Person, at: Date): Promise<CheckedCodes> {
    const [promo, offer, erased] = await Promise.all([
      isNotBlank(codes.promo_code) ? this.promos.redeem(tx, codes.promo_code, at) : undefined,
      isNotBlank(codes.referral_code) ? this.offers.findIn(tx, codes.referral_code) : undefined,
      isNotBlank(codes.referral_code) ? this.erased.knows(tx, person) : false,
    ]);
    const own = offer?.referrer_canonical_email === canonicalEmail(person.email);
    return conclude(codes, promo, offer, refusalOf({ own, erased }));
  }

  /** For a quote: nothing is used up, and nobody is known yet. */
  async check(tenantId: string, codes: TypedCodes): Promise<CheckedCodes> {
    const [promo, offer] = await Promise.all([
      isNotBlank(codes.promo_code) ? this.promos.check(tenantId, codes.promo_code) : undefined,
      isNotBlank(codes.referral_code) ? this.offers.find(tenantId, codes.referral_code) : undefined,
    ]);
    return conclude(codes, promo, offer);
  }
}

/** Whether somebody typed a code at all. */
export const isNotBlank = (code: string | null | undefined): code is string =>
  code != null && code.trim() !== '';

/** Why a code that works is of no use to the person who brings it. */
function refusalOf({ own, erased }: { own: boolean; erased: boolean }): ReferralRefusal | undefined {
  if (own) return 'self_referral';
  return erased ? 'not_eligible' : undefined;
}

/** @param refusal of a code that works, to this person */
function conclude(
  { referral_code }: TypedCodes,
  promo: PromoCheck | undefined,
  offer: ReferralOffer | undefined,
  refusal?: ReferralRefusal,
): CheckedCodes {
  const found = offer === undefined ? { refusal: 'invalid_code' as const } : { found: offer };
  const referral = offer === undefined || refusal === undefined ? found : { refusal };
  return attribute(isNotBlank(referral_code) ? referral : undefined, promo);
}
