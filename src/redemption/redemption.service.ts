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
import type {
  ListRedemptionsRequest,
  RedeemRequest,
  RedemptionAnswer,
  RedemptionPreviewAnswer,
} from './redemption.dto.js';
import {
  invoiceAlreadyRedeemed,
  redemptionNotFound,
  redemptionReversed,
  totalChanged,
  wrongCurrency,
} from './redemption.errors.js';
import { RedemptionQuery } from './redemption.query.js';
import type { RedemptionState } from './redemption.repository.js';
import { basketOf, type OpenWallet, WalletService } from './wallet.service.js';

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
   * Applies the customer's discounts and credit to an invoice, exactly once. A repeated request returns the redemption that
   * the first one created.
   * @throws DomainError `customer_not_found`, `invoice_already_redeemed` if the invoice was redeemed with other input,
   *   `redemption_reversed` if its redemption was reversed in full, `total_changed` if the total is not the expected one,
   *   `validation_failed` if the currency is not the tenant's
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
   * Returns the answer that `apply` would give, marked as a preview unless the invoice has been redeemed already. Runs the
   * same transaction and rolls it back.
   * @throws DomainError the same as `apply`
   */
  async preview(tenant: Tenant, request: RedeemRequest, actor: string): Promise<RedemptionPreviewAnswer> {
    const context = changeContextOf(tenant, request, actor, this.clock.now());
    const { redemption, created } = await this.unitOfWork.rehearse(tenant.id, (tx) =>
      this.redeem(tx, request, context),
    );
    return created ? Object.assign({}, redemption, { id: null, status: 'preview' as const }) : redemption;
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
    if (existing !== undefined) requireRepeatable(existing, request);
    const id = existing?.id ?? (await this.redeemNew(tx, open, request, context));
    const redemption = await this.query.byIdInTransaction(tx, id, context.currency);
    const { expected_total_cents = redemption.total_cents } = request;
    if (redemption.total_cents !== expected_total_cents)
      throw totalChanged(redemption.total_cents, existing?.id);
    return { redemption, created: existing === undefined };
  }

  /** Redeems an invoice that has not been redeemed. @returns the id of the redemption */
  private async redeemNew(
    tx: Transaction,
    open: OpenWallet,
    request: RedeemRequest,
    context: ChangeContext,
  ): Promise<string> {
    const prepared = await this.wallets.prepareForInvoice(tx, open, request, context);
    const breakdown = price(request.amount_cents, basketOf(prepared.wallet));
    return this.recorder.record(tx, request, { ...prepared, breakdown }, context);
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

/** Requires that a request repeats the one that created a redemption, and that the redemption is not reversed in full. */
function requireRepeatable(
  found: RedemptionState,
  { customer_id, currency, amount_cents }: RedeemRequest,
): void {
  const isSame =
    found.customerId === customer_id && found.currency === currency && found.subtotalCents === amount_cents;
  if (!isSame) throw invoiceAlreadyRedeemed();
  if (found.status === 'reversed') throw redemptionReversed();
}
