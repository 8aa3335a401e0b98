import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../tenant/audit/audit-log.service.js';
import { Clock } from '../core/clock.js';
import { invalidInput, type Versioned } from '../common/domain-error.js';
import { omitUndefined } from '../common/omit-undefined.js';
import { newId } from '../common/ids.js';
import { type Precondition, requireVersion } from '../core/http/entity-tag.js';
import type { JsonText } from '../core/http/json-text.js';
import type { Page } from '../core/http/page.js';
import type { Transaction } from '../core/database/transaction.js';
import { UnitOfWork } from '../core/database/unit-of-work.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { type DiscountValue, toValue } from '../tenant/value.js';
import { normalizePromoCode } from './promo-code.js';
import type { CreatePromoRequest, ListPromosRequest, PromoAnswer, UpdatePromoRequest } from './promo.dto.js';
import type { PromoChanges } from './promo.entity.js';
import { promoNotFound } from './promo.errors.js';
import { PromoQuery } from './promo.query.js';
import { PromoRepository } from './promo.repository.js';

/** Manages a tenant's promos. */
@Injectable()
export class PromoService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly promos: PromoRepository,
    private readonly query: PromoQuery,
    private readonly audit: AuditLogService,
    private readonly clock: Clock,
  ) {}

  /**
   * Creates a promo.
   * @throws DomainError `promo_code_taken`, `validation_failed`
   */
  async create(tenant: Tenant, request: CreatePromoRequest): Promise<Versioned<PromoAnswer>> {
    const promo = {
      id: newId('pro'),
      code: normalizePromoCode(request.code),
      ...toValue(
        { type: request.discount_type, value: request.discount_value },
        tenant.currency,
        'discount_value',
      ),
      combinableWithReferral: request.combinable_with_referral ?? false,
      active: request.active ?? true,
      startsAt: toDate(request.starts_at ?? null),
      endsAt: toDate(request.ends_at ?? null),
      maxRedemptions: request.max_redemptions ?? null,
      redemptionCount: 0,
      createdAt: this.clock.now(),
      version: 1,
    };
    return this.unitOfWork.run(tenant.id, async (tx) => {
      const { id, createdAt } = promo;
      this.promos.insert(tx, promo);
      const created = await this.get(tenant, id, tx);
      const event = { type: 'promo.created', data: { promo_id: id } } as const;
      this.audit.recordWithEvent(tx, createdAt, event, { targetId: id, after: created.state });
      return created;
    });
  }

  /**
   * Changes a promo. A request without fields changes nothing, not even the version.
   * @param expected the version to change; undefined for any
   * @throws DomainError `promo_not_found`, `version_conflict`, `promo_code_taken`, `promo_limit_below_count`,
   *   `validation_failed`
   */
  async update(
    tenant: Tenant,
    id: string,
    request: UpdatePromoRequest,
    expected?: Precondition,
  ): Promise<Versioned<PromoAnswer>> {
    const fields = Object.keys(omitUndefined(request));
    return this.unitOfWork.run(tenant.id, async (tx) => {
      const at = this.clock.now();
      const before = await this.lockAndGet(tx, tenant, id, expected);
      if (fields.length === 0) return before;
      const changes = changesOf(request, before.state, tenant.currency);
      await this.promos.update(tx, id, { ...changes, version: before.version + 1 });
      const after = await this.get(tenant, id, tx);
      const event = { type: 'promo.updated', data: { promo_id: id, fields } } as const;
      this.audit.recordWithEvent(tx, at, event, { targetId: id, before: before.state, after: after.state });
      return after;
    });
  }

  /**
   * Deletes a promo, or deactivates it if it has been used, because enrollments refer to it.
   * @param expected the version to delete; undefined for any
   * @throws DomainError `promo_not_found`, `version_conflict`
   */
  async remove(tenant: Tenant, id: string, expected?: Precondition): Promise<void> {
    await this.unitOfWork.run(tenant.id, async (tx) => {
      const at = this.clock.now();
      const { state: before, version } = await this.lockAndGet(tx, tenant, id, expected);
      const deleted = await this.promos.deleteIfUnused(tx, id);
      if (!deleted) await this.promos.update(tx, id, { active: false, version: version + 1 });
      const after = deleted ? undefined : (await this.get(tenant, id, tx)).state;
      const event = deleted
        ? ({ type: 'promo.deleted', data: { promo_id: id } } as const)
        : ({ type: 'promo.updated', data: { promo_id: id, fields: ['active'] } } as const);
      this.audit.recordWithEvent(tx, at, event, { targetId: id, before, after });
    });
  }

  /**
   * Locks a promo until the transaction ends, and returns it if it has the expected version.
   * @throws DomainError `promo_not_found`, `version_conflict`
   */
  private async lockAndGet(
    tx: Transaction,
    tenant: Tenant,
    id: string,
    expected: Precondition | undefined,
  ): Promise<Versioned<PromoAnswer>> {
    this.promos.lock(tx, id);
    const promo = await this.get(tenant, id, tx);
    requireVersion(expected, promo);
    return promo;
  }

  /**
   * Returns a promo.
   * @throws DomainError `promo_not_found`
   */
  async get(tenant: Tenant, id: string, tx?: Transaction): Promise<Versioned<PromoAnswer>> {
    const promo = await this.query.byId(tenant, id, tx);
    if (promo === undefined) throw promoNotFound();
    return promo;
  }

  list(tenant: Tenant, request: ListPromosRequest): Promise<JsonText<Page<PromoAnswer>>> {
    return this.query.page(tenant, request);
  }
}

const toDate = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** Returns the columns that a request changes. */
function changesOf(request: UpdatePromoRequest, before: PromoAnswer, currency: string): PromoChanges {
  const { code, starts_at, ends_at } = request;
  return omitUndefined({
    code: code === undefined ? undefined : normalizePromoCode(code),
    ...discountOf(request, before, currency),
    combinableWithReferral: request.combinable_with_referral,
    active: request.active,
    startsAt: starts_at === undefined ? undefined : toDate(starts_at),
    endsAt: ends_at === undefined ? undefined : toDate(ends_at),
    maxRedemptions: request.max_redemptions,
  });
}

/**
 * Returns the columns of the discount. A value is converted by the type in the request, or else by the promo's own. A new
 * type needs a new value, because 20 percent are not 20 dollars.
 * @throws DomainError `validation_failed`
 */
function discountOf(
  { discount_type, discount_value: value }: UpdatePromoRequest,
  before: PromoAnswer,
  currency: string,
): DiscountValue | object {
  if (value !== undefined) {
    return toValue({ type: discount_type ?? before.discount_type, value }, currency, 'discount_value');
  }
  if (discount_type === undefined) return {};
  const message = 'a new discount_type needs a discount_value';
  throw invalidInput({ field: 'discount_value', code: 'missing', message });
}
