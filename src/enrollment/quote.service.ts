import { Injectable } from '@nestjs/common';
import { type Discount, waterfall } from '../reward/waterfall.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { valueOf } from '../tenant/value-units.js';
import { CodeChecker } from './code-checker.js';
import { codesAnswer, discountsOf, refereeDiscount } from './codes.js';
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
    const dropped = codes.referral.status === 'dropped' ? [refereeDiscount(codes.referral.offer)] : [];
    return { ...answer, ...price(request.amount_cents, discountsOf(codes), dropped, tenant.currency) };
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
