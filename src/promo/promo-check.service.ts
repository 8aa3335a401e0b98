import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import type { Transaction } from '../core/database/transaction.js';
import { NO_TENANT, TenantDirectoryService } from '../tenant/tenant-directory.service.js';
import { majorOf } from '../tenant/value.js';
import { pastedPromoCode, PROMO_CODE } from './promo-code.js';
import { promoRefusal, type PromoRefusal } from './promo-refusal.js';
import type { PromoValidation, ValidatePromoRequest } from './promo.dto.js';
import { PromoQuery } from './promo.query.js';
import { PromoRepository, type PromoTerms } from './promo.repository.js';

/** A promo that can be used, or the reason why it cannot. */
export type PromoCheck = { readonly found: PromoTerms } | { readonly refusal: PromoRefusal };

const UNKNOWN: PromoCheck = { refusal: 'invalid_code' };

/** Checks and redeems promo codes as typed. */
@Injectable()
export class PromoCheckService {
  constructor(
    private readonly tenants: TenantDirectoryService,
    private readonly promos: PromoRepository,
    private readonly query: PromoQuery,
    private readonly clock: Clock,
  ) {}

  /** Checks a code for the public. All codes that cannot be used, and unknown tenants, get the same answer. */
  async validate({ tenant_slug, promo_code }: ValidatePromoRequest): Promise<PromoValidation> {
    const tenant = await this.tenants.activeBySlug(tenant_slug);
    const check = await this.check(tenant?.id ?? NO_TENANT, promo_code);
    if (tenant === undefined || !('found' in check)) return { valid: false, reason: 'invalid_code' };
    const { type: discount_type, combinable_with_referral } = check.found;
    const discount_value = majorOf(check.found, tenant.currency);
    return { valid: true, discount_type, discount_value, combinable_with_referral };
  }

  /**
   * Checks a code without using it. For text that cannot be a code, it still runs the query, with an empty code, so that
   * the check takes just as long.
   */
  async check(tenantId: string, typed: string): Promise<PromoCheck> {
    const code = pastedPromoCode(typed);
    const promo = await this.query.byCode(tenantId, PROMO_CODE.test(code) ? code : '');
    if (promo === undefined) return UNKNOWN;
    const refusal = promoRefusal(promo, this.clock.now());
    return refusal === null ? { found: promo } : { refusal };
  }

  /**
   * Takes one use of a promo if the promo can be used at the given time. The number of uses never exceeds the promo's
   * limit.
   */
  async redeem(tx: Transaction, typed: string, at: Date): Promise<PromoCheck> {
    const code = pastedPromoCode(typed);
    if (!PROMO_CODE.test(code)) return UNKNOWN;
    const { taken, state } = await this.promos.takeOneUse(tx, code, at);
    return taken === undefined ? { refusal: promoRefusal(state, at) ?? 'promo_used_up' } : { found: taken };
  }
}
