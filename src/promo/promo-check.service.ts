import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import type { Transaction } from '../core/database/transaction.js';
import { NO_TENANT, TenantDirectoryService } from '../tenant/tenant-directory.service.js';
import { valueOf } from '../tenant/value-units.js';
import { normalisePromoCode, PROMO_CODE } from './promo-code.js';
import { promoRefusal, type PromoRefusal } from './promo-refusal.js';
import type { PromoValidation, ValidatePromoRequest } from './promo.dto.js';
import { PromoQuery } from './promo.query.js';
import { PromoRepository, type TakenPromo } from './promo.repository.js';

/** What became of a promo code: usable, or why not. */
export type PromoCheck = { readonly found: TakenPromo } | { readonly refusal: PromoRefusal };

const UNKNOWN: PromoCheck = { refusal: 'invalid_code' };

/** Checks promo codes as customers type them. */
@Injectable()
export class PromoCheckService {
  constructor(
    private readonly tenants: TenantDirectoryService,
    private readonly promos: PromoRepository,
    private readonly query: PromoQuery,
    private readonly clock: Clock,
  ) {}

  /** In public: always an answer, and the same one for every code that can't be used. */
  async validate({ tenant_slug, promo_code }: ValidatePromoRequest): Promise<PromoValidation> {
    const tenant = await this.tenants.activeBySlug(tenant_slug);
    const check = await this.check(tenant?.id ?? NO_TENANT, promo_code);
    if (tenant === undefined || !('found' in check)) return { valid: false, reason: 'invalid_code' };
    const { discount_type, discount_units, combinable_with_referral } = check.found;
    const discount_value = valueOf(discount_type, discount_units, tenant.currency);
    return { valid: true, discount_type, discount_value, combinable_with_referral };
  }

  /** Looks at a code without using it. What can't be a code is looked up all the same, and takes as long. */
  async check(tenantId: string, typed: string): Promise<PromoCheck> {
    const code = normalisePromoCode(typed);
    const promo = await this.query.byCode(tenantId, PROMO_CODE.test(code) ? code : '');
    if (promo === undefined) return UNKNOWN;
    const refusal = promoRefusal(promo, this.clock.now());
    return refusal === null ? { found: promo } : { refusal };
  }

  /** Takes one use of a code, if it can be used at that moment. A promo never passes its limit. */
  async redeem(tx: Transaction, typed: string, at: Date): Promise<PromoCheck> {
    const code = normalisePromoCode(typed);
    if (!PROMO_CODE.test(code)) return UNKNOWN;
    const { taken, state } = await this.promos.takeOneUse(tx, code, at);
    return taken === undefined ? { refusal: promoRefusal(state, at) ?? 'promo_used_up' } : { found: taken };
  }
}
