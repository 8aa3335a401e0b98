import { Injectable } from '@nestjs/common';
import type { Transaction } from '../core/database/transaction.js';
import type { PromoState } from './promo-refusal.js';
import type { DiscountValue } from '../tenant/value.js';
import { Promo, type PromoChanges, type PromoRow } from './promo.entity.js';
import { emptyWindow, limitBelowCount, promoCodeTaken } from './promo.errors.js';

const REFUSALS = { promo_code_key: promoCodeTaken, promo_window: emptyWindow, promo_limit: limitBelowCount };

/** The discount of a promo, and whether it combines with a referral. */
export type PromoTerms = DiscountValue & {
  readonly id: string;
  readonly combinable_with_referral: boolean;
};

/** Checks and counts in one statement: the row lock serializes concurrent callers, and each sees the last one's count. */
const TAKE_ONE_USE = {
  name: 'promo_take_one_use',
  text: `
    update promo set redemption_count = redemption_count + 1
     where tenant_id = $1 and code = $2 and active
       and (starts_at is null or starts_at <= $3::timestamptz)
       and (ends_at is null or ends_at > $3::timestamptz)
       and (max_redemptions is null or redemption_count < max_redemptions)
    returning id, discount_type as type, discount_units as units, combinable_with_referral`,
};

const LOCK = {
  name: 'promo_lock',
  text: `select from promo where tenant_id = $1 and id = $2 for no key update`,
};

const STATE_BY_CODE = {
  name: 'promo_state_by_code',
  text: `
    select active, starts_at, ends_at, max_redemptions, redemption_count
      from promo
     where tenant_id = $1 and code = $2`,
};

@Injectable()
export class PromoRepository {
  /** Inserts a promo. Fails the transaction with `promo_code_taken`, or `validation_failed` for an empty window. */
  insert(tx: Transaction, promo: PromoRow): void {
    tx.insert(Promo, promo, REFUSALS);
  }

  /**
   * Updates a promo.
   * @throws DomainError `promo_code_taken`, `promo_limit_below_count`, `validation_failed` for an empty window
   */
  async update(tx: Transaction, id: string, changes: PromoChanges): Promise<void> {
    await tx.update(Promo, { id }, changes, REFUSALS);
  }

  /** Locks the promo until the transaction ends. */
  lock(tx: Transaction, id: string): void {
    tx.queue(LOCK, [tx.tenantId, id]);
  }

  /** Deletes an unused promo. Returns false if it has been used, or does not exist. */
  async deleteIfUnused(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.delete(Promo, { id, redemptionCount: 0 })) === 1;
  }

  /**
   * Takes one use of a promo if the promo can be used at the given time.
   * @returns `taken`, undefined if it cannot be used, and `state`, the promo's state after the attempt, which shows the
   *   reason
   */
  async takeOneUse(
    tx: Transaction,
    code: string,
    at: Date,
  ): Promise<{ taken: PromoTerms | undefined; state: PromoState | undefined }> {
    const [[taken], [state]] = await tx.locked<PromoTerms, PromoState[]>(
      TAKE_ONE_USE,
      [tx.tenantId, code, at],
      () => tx.query<PromoState>(STATE_BY_CODE, [tx.tenantId, code]),
    );
    return { taken, state };
  }
}
