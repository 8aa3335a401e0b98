import { Injectable } from '@nestjs/common';
import { PromoCheckService } from '../promo/promo-check.service.js';
import { ReferralOfferQuery, type ReferralOffer } from '../referral/referral-offer.query.js';
import { type Discount, waterfall } from '../reward/waterfall.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { valueOf } from '../tenant/value-units.js';
import { attribute, type Checked, type ReferralRefusal } from './attribution.js';
import { codesAnswer, discountsOf, refereeDiscount } from './codes.js';
import type { QuoteAnswer, QuoteRequest } from './enrollment.dto.js';

type Price = Required<Pick<QuoteAnswer, 'subtotal_cents' | 'lines' | 'total_cents' | 'alternatives'>>;

/** Says what codes would do, and what a price would become. Writes nothing, and uses nothing up. */
@Injectable()
export class QuoteService {
  constructor(
    private readonly promos: PromoCheckService,
    private readonly offers: ReferralOfferQuery,
  ) {}

  async quote(
    tenant: Tenant,
    { referral_code, promo_code, amount_cents }: QuoteRequest,
  ): Promise<QuoteAnswer> {
    const [promo, offer] = await Promise.all([
      promo_code ? this.promos.look(tenant.id, promo_code) : undefined,
      referral_code ? this.offers.find(tenant.id, referral_code) : undefined,
    ]);
    const referral: Checked<ReferralOffer, ReferralRefusal> = referral_code
      ? offer === undefined
        ? { refusal: 'invalid_code' }
        : { found: offer }
      : undefined;
    const outcomes = attribute(referral, promo && ('promo' in promo ? { found: promo.promo } : promo));
    const codes = codesAnswer(outcomes, tenant.currency, null);
    if (amount_cents === undefined) return codes;
    const dropped =
      outcomes.referral.status === 'dropped' && offer !== undefined ? [refereeDiscount(offer)] : [];
    return { ...codes, ...price(amount_cents, discountsOf(outcomes), dropped, tenant.currency) };
  }
}

/** @param dropped what the promo excludes: the alternative is to do without the promo */
function price(amount: number, discounts: Discount[], dropped: Discount[], currency: string): Price {
  const { subtotalCents, lines, totalCents } = waterfall(amount, discounts);
  return {
    subtotal_cents: subtotalCents,
    lines: lines.map(({ source, type, units, baseCents, amountCents, runningTotalCents }) => ({
      source,
      type,
      value: valueOf(type, units, currency),
      base_cents: baseCents,
      amount_cents: amountCents,
      running_total_cents: runningTotalCents,
    })),
    total_cents: totalCents,
    alternatives: dropped.map((discount) => ({
      combination: [discount.source],
      total_cents: waterfall(amount, [discount]).totalCents,
    })),
  };
}
