import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { invalidInput } from '../common/domain-error.js';
import { given } from '../common/given.js';
import { newId } from '../common/ids.js';
import type { JsonText } from '../common/json-text.js';
import type { Page } from '../common/page.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Outbox } from '../outbox/outbox.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { unitsOf } from '../tenant/value-units.js';
import { normalisePromoCode } from './promo-code.js';
import type { CreatePromoRequest, ListPromosRequest, PromoAnswer, UpdatePromoRequest } from './promo.dto.js';
import type { DiscountType, Promo } from './promo.entity.js';
import { promoNotFound } from './promo.errors.js';
import { PromoQuery } from './promo.query.js';
import { PromoRepository } from './promo.repository.js';

/** A tenant's promo codes, as the dashboard manages them. */
@Injectable()
export class PromoService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly promos: PromoRepository,
    private readonly query: PromoQuery,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `promo_code_taken`, `validation_failed` */
  async create(tenant: Tenant, request: CreatePromoRequest): Promise<PromoAnswer> {
    const promo = {
      id: newId('pro'),
      code: normalisePromoCode(request.code),
      discountType: request.discount_type,
      discountUnits: unitsOf(
        request.discount_type,
        request.discount_value,
        tenant.currency,
        'discount_value',
      ),
      combinableWithReferral: request.combinable_with_referral ?? false,
      active: request.active ?? true,
      startsAt: momentOf(request.starts_at ?? null),
      endsAt: momentOf(request.ends_at ?? null),
      maxRedemptions: request.max_redemptions ?? null,
      redemptionCount: 0,
      createdAt: this.clock.now(),
    };
    await this.unitOfWork.run(tenant.id, (tx) => {
      this.promos.insert(tx, promo);
      this.outbox.append(tx, promo.createdAt, { type: 'promo.created', data: { promo_id: promo.id } });
      return Promise.resolve();
    });
    return this.get(tenant, promo.id);
  }

  /** @throws DomainError `promo_not_found`, `promo_code_taken`, `promo_limit_below_count`, `validation_failed` */
  async update(tenant: Tenant, id: string, request: UpdatePromoRequest): Promise<PromoAnswer> {
    const fields = Object.keys(given(request));
    if (fields.length > 0) {
      await this.unitOfWork.run(tenant.id, async (tx) => {
        const discountType = request.discount_type ?? (await this.promos.lockDiscountType(tx, id));
        if (discountType === undefined) throw promoNotFound();
        const changes = changesOf(request, discountType, tenant.currency);
        if (!(await this.promos.update(tx, id, changes))) throw promoNotFound();
        const data = { promo_id: id, fields };
        this.outbox.append(tx, this.clock.now(), { type: 'promo.updated', data });
      });
    }
    return this.get(tenant, id);
  }

  /** Removes a promo, or switches it off when somebody has used it: what they got still points to it. */
  async remove(tenant: Tenant, id: string): Promise<void> {
    await this.unitOfWork.run(tenant.id, async (tx) => {
      const deleted = await this.promos.deleteIfUnused(tx, id);
      if (!deleted && !(await this.promos.update(tx, id, { active: false }))) throw promoNotFound();
      this.outbox.append(
        tx,
        this.clock.now(),
        deleted
          ? { type: 'promo.deleted', data: { promo_id: id } }
          : { type: 'promo.updated', data: { promo_id: id, fields: ['active'] } },
      );
    });
  }

  /** @throws DomainError `promo_not_found` */
  async get(tenant: Tenant, id: string): Promise<PromoAnswer> {
    const promo = await this.query.byId(tenant, id);
    if (promo === undefined) throw promoNotFound();
    return promo;
  }

  list(tenant: Tenant, request: ListPromosRequest): Promise<JsonText<Page<PromoAnswer>>> {
    return this.query.page(tenant, request);
  }
}

const momentOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** The columns that a request changes. A value is read by its type, so a new type needs a new value. */
function changesOf(
  request: UpdatePromoRequest,
  discountType: DiscountType,
  currency: string,
): Partial<Promo> {
  const { code, discount_type, discount_value: value, starts_at, ends_at } = request;
  if (discount_type !== undefined && value === undefined) {
    const message = 'a new discount_type needs a discount_value';
    throw invalidInput({ field: 'discount_value', code: 'missing', message });
  }
  return given({
    code: code === undefined ? undefined : normalisePromoCode(code),
    discountType: discount_type,
    discountUnits: value === undefined ? undefined : unitsOf(discountType, value, currency, 'discount_value'),
    combinableWithReferral: request.combinable_with_referral,
    active: request.active,
    startsAt: starts_at === undefined ? undefined : momentOf(starts_at),
    endsAt: ends_at === undefined ? undefined : momentOf(ends_at),
    maxRedemptions: request.max_redemptions,
  });
}
