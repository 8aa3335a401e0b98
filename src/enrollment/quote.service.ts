import { Injectable } from '@nestjs/common';
import { price } from '../reward/pricing.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { valueOf } from '../tenant/value-units.js';
import { type CheckedCodes, CodeChecker } from './code-checker.js';
import { basketOf, codesAnswer, type CodeDiscount } from './codes.js';
import type { QuoteAnswer, QuoteRequest } from './enrollment.dto.js';

type Price = Required<Pick<QuoteAnswer, 'subtotal_cents' | 'lines' | 'total_cents' | 'alternatives'>>;

/** Says what codes would do, and what a price would become. Writes nothing, and uses nothing up. */
@Injectable()
export class QuoteService {
  constructor(private readonly codes: CodeChecker) {}

  async quote(tenant: Tenant, request: QuoteRequest): Promise<QuoteAnswer> {
    const codes = await this.codes.look(tenant.id, request);
    const { referral, promo, discounts } = codesAnswer(codes, tenant.currency, null);
    const answer = { referral, promo, discounts };
    if (request.amount_cents === undefined) return answer;
    return { ...answer, ...priceAnswer(request.amount_cents, codes, tenant.currency) };
  }
}

/** The alternative, where the promo keeps the referral's discount out, is to do without the promo. */
function priceAnswer(amount: number, codes: CheckedCodes, currency: string): Price {
  const { subtotalCents, lines, totalCents, alternatives } = price(amount, basketOf(codes));
  return {
    subtotal_cents: subtotalCents,
    lines: lines.map(({ source, type, units, baseCents, amountCents, runningTotalCents }) => ({
      source: source as CodeDiscount['source'],
      type,
      value: valueOf(type, units, currency),
      base_cents: baseCents,
      amount_cents: amountCents,
      running_total_cents: runningTotalCents,
    })),
    total_cents: totalCents,
    alternatives: alternatives.map((alternative) => ({
      combination: alternative.combination as CodeDiscount['source'][],
      total_cents: alternative.totalCents,
    })),
  };
}
