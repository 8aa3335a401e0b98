import { Injectable } from '@nestjs/common';
import { canonicalEmail } from '../customer/canonical-email.js';
import type { Transaction } from '../database/transaction.js';
import { type PromoCheck, PromoCheckService } from '../promo/promo-check.service.js';
import type { TakenPromo } from '../promo/promo.repository.js';
import { type ReferralOffer, ReferralOfferQuery } from '../referral/referral-offer.query.js';
import { attribute, type PromoOutcome, type ReferralOutcome } from './attribution.js';

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
export class CodeChecker {
  constructor(
    private readonly promos: PromoCheckService,
    private readonly offers: ReferralOfferQuery,
  ) {}

  /** For an enrollment: a valid promo has lost one use by the time this answers. */
  async redeem(tx: Transaction, codes: TypedCodes, email: string, at: Date): Promise<CheckedCodes> {
    const [promo, offer] = await Promise.all([
      typed(codes.promo_code) ? this.promos.redeem(tx, codes.promo_code, at) : undefined,
      typed(codes.referral_code) ? this.offers.findIn(tx, codes.referral_code) : undefined,
    ]);
    return conclude(codes, promo, offer, offer?.referrer_canonical_email === canonicalEmail(email));
  }

  /** For a quote: nothing is used up, and nobody is known yet. */
  async look(tenantId: string, codes: TypedCodes): Promise<CheckedCodes> {
    const [promo, offer] = await Promise.all([
      typed(codes.promo_code) ? this.promos.look(tenantId, codes.promo_code) : undefined,
      typed(codes.referral_code) ? this.offers.find(tenantId, codes.referral_code) : undefined,
    ]);
    return conclude(codes, promo, offer, false);
  }
}

/** Whether somebody typed a code at all. */
export const typed = (code: string | null | undefined): code is string => code != null && code.trim() !== '';

/** @param own the code is that of the person who enrolls */
function conclude(
  { referral_code }: TypedCodes,
  promo: PromoCheck | undefined,
  offer: ReferralOffer | undefined,
  own: boolean,
): CheckedCodes {
  const found = offer === undefined ? { refusal: 'invalid_code' as const } : { found: offer };
  const referral = own ? { refusal: 'self_referral' as const } : found;
  return attribute(typed(referral_code) ? referral : undefined, promo);
}
