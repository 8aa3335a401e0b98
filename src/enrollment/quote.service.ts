import { Injectable } from '@nestjs/common';
import { price, type PriceBreakdown } from '../reward/pricing.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { majorValue } from '../tenant/value.js';
import { type CheckedCodes, CodeCheckService } from './code-check.service.js';
import {
  type CodeDiscount,
  codesAnswer,
  excludedReferral,
  promoDiscounts,
  usableReferral,
} from './codes-answer.js';
import type { QuoteAnswer, QuoteRequest } from './enrollment.dto.js';

type Price = Required<Pick<QuoteAnswer, 'subtotal_cents' | 'lines' | 'total_cents' | 'alternatives'>>;

/** Quotes the effect of codes on a price. Writes nothing, and does not use the promo. */
@Injectable()
export class QuoteService {
  constructor(private readonly codes: CodeCheckService) {}

  async quote(tenant: Tenant, request: QuoteRequest): Promise<QuoteAnswer> {
    const codes = await this.codes.check(tenant.id, request);
    const { referral, promo, discounts } = codesAnswer(codes, tenant.currency, null);
    const answer = { referral, promo, discounts };
    if (request.amount_cents === undefined) return answer;
    return { ...answer, ...priceAnswer(request.amount_cents, codes, tenant.currency) };
  }
}

function priceAnswer(amount: number, codes: CheckedCodes, currency: string): Price {
  const promos = promoDiscounts(codes);
  const referral = usableReferral(codes, priceOf(amount, promos).totalCents);
  const { subtotalCents, lines, totalCents } = priceOf(amount, [...promos, ...referral]);
  return {
    subtotal_cents: subtotalCents,
    lines: lines.map((line) => ({
      source: line.source as CodeDiscount['source'],
      ...majorValue(line, currency),
      base_cents: line.baseCents,
      amount_cents: line.amountCents,
      running_total_cents: line.runningTotalCents,
    })),
    total_cents: totalCents,
    alternatives: excludedReferral(codes, amount).map((discount) => ({
      combination: [discount.source],
      total_cents: priceOf(amount, [discount]).totalCents,
    })),
  };
}

/** Prices discounts that all combine. The caller has removed those that do not. */
const priceOf = (amount: number, discounts: readonly CodeDiscount[]): PriceBreakdown =>
  price(amount, { discounts, promoCombinable: true });
