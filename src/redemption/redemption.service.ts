import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import type { JsonText } from '../core/http/json-text.js';
import type { Page } from '../core/http/page.js';
import type { Transaction } from '../core/database/transaction.js';
import { UnitOfWork } from '../core/database/unit-of-work.js';
import type { ChangeContext } from '../reward/change-context.js';
import { price } from '../reward/pricing.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { RedemptionRecorderService } from './redemption-recorder.service.js';
import type { ListRedemptionsRequest, RedeemRequest, RedemptionAnswer } from './redemption.dto.js';
import { invoiceAlreadyRedeemed, redemptionNotFound, wrongCurrency } from './redemption.errors.js';
import { RedemptionQuery } from './redemption.query.js';
import type { RedemptionState } from './redemption.repository.js';
import { basketOf, WalletService } from './wallet.service.js';

/** A redemption, and whether this request created it. */
export interface RedemptionResult {
  readonly redemption: RedemptionAnswer;
  readonly created: boolean;
}

/** Applies customers' discounts and credit to the invoices of the tenant's billing system. */
@Injectable()
export class RedemptionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly wallets: WalletService,
    private readonly recorder: RedemptionRecorderService,
    private readonly query: RedemptionQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * Applies the customer's discounts and credit to an invoice, exactly once. A repeated request returns the redemption of the
   * first.
   * @throws DomainError `customer_not_found`, `invoice_already_redeemed` for the same invoice with other input,
   *   `validation_failed` for another currency than the tenant's
   */
  apply(
    tenant: Tenant,
    request: RedeemRequest,
    actor: string,
    at = this.clock.now(),
  ): Promise<RedemptionResult> {
    const context = changeContextOf(tenant, request, actor, at);
    return this.unitOfWork.run(tenant.id, (tx) => this.redeem(tx, request, context));
  }

  /**
   * Returns the answer that `apply` would give. Runs the same transaction and rolls it back.
   * @throws DomainError the same as `apply`
   */
  async preview(tenant: Tenant, request: RedeemRequest, actor: string): Promise<RedemptionAnswer> {
    const context = changeContextOf(tenant, request, actor, this.clock.now());
    const { redemption } = await this.unitOfWork.rehearse(tenant.id, (tx) =>
      this.redeem(tx, request, context),
    );
    return redemption;
  }

  /**
   * Returns a redemption.
   * @throws DomainError `redemption_not_found`
   */
  async get(tenant: Tenant, id: string): Promise<RedemptionAnswer> {
    const redemption = await this.query.byId(tenant, id);
    if (redemption === undefined) throw redemptionNotFound();
    return redemption;
  }

  list(tenant: Tenant, request: ListRedemptionsRequest): Promise<JsonText<Page<RedemptionAnswer>>> {
    return this.query.page(tenant, request);
  }

  private async redeem(
    tx: Transaction,
    request: RedeemRequest,
    context: ChangeContext,
  ): Promise<RedemptionResult> {
    const open = await this.wallets.open(tx, request, context);
    const { existing } = open;
    if (existing !== undefined) {
      if (!isSameRequest(existing, request)) throw invoiceAlreadyRedeemed();
      return {
        redemption: await this.query.byIdInTransaction(tx, existing.id, context.currency),
        created: false,
      };
    }
    const { account, wallet } = await this.wallets.prepareForInvoice(tx, open, request, context);
    const breakdown = price(request.amount_cents, basketOf(wallet));
    const id = this.recorder.record(tx, account, request, { wallet, breakdown }, context);
    return { redemption: await this.query.byIdInTransaction(tx, id, context.currency), created: true };
  }
}

function changeContextOf(
  { currency }: Tenant,
  request: RedeemRequest,
  actor: string,
  at: Date,
): ChangeContext {
  if (request.currency !== currency) throw wrongCurrency(currency);
  return { actor, at, currency };
}

const isSameRequest = (
  found: RedemptionState,
  { customer_id, currency, amount_cents }: RedeemRequest,
): boolean =>
  found.customerId === customer_id && found.currency === currency && found.subtotalCents === amount_cents;
