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

/** A redemption, and whether this request made it. */
export interface Redeemed {
  readonly redemption: RedemptionAnswer;
  readonly created: boolean;
}

/** Applies a customer's discounts and credit to the invoices of the tenant's billing system. */
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
   * Applies what the customer has to an invoice, exactly once: the same request again finds what the first one did.
   * @param actor as timelines name it
   * @throws DomainError `customer_not_found`, `invoice_already_redeemed` for the same invoice with other input,
   *   `validation_failed` for another currency than the tenant's
   */
  apply(tenant: Tenant, request: RedeemRequest, actor: string, at = this.clock.now()): Promise<Redeemed> {
    const act = actFor(tenant, request, actor, at);
    return this.unitOfWork.run(tenant.id, (tx) => this.redeem(tx, request, act));
  }

  /** What `apply` would answer, by the same work, of which nothing is kept. @throws as `apply` does */
  async preview(tenant: Tenant, request: RedeemRequest, actor: string): Promise<RedemptionAnswer> {
    const act = actFor(tenant, request, actor, this.clock.now());
    const { redemption } = await this.unitOfWork.rehearse(tenant.id, (tx) => this.redeem(tx, request, act));
    return redemption;
  }

  /** @throws DomainError `redemption_not_found` */
  async get(tenant: Tenant, id: string): Promise<RedemptionAnswer> {
    const redemption = await this.query.byId(tenant, id);
    if (redemption === undefined) throw redemptionNotFound();
    return redemption;
  }

  list(tenant: Tenant, request: ListRedemptionsRequest): Promise<JsonText<Page<RedemptionAnswer>>> {
    return this.query.page(tenant, request);
  }

  private async redeem(tx: Transaction, request: RedeemRequest, act: ChangeContext): Promise<Redeemed> {
    const open = await this.wallets.open(tx, request, act);
    const { existing } = open;
    if (existing !== undefined) {
      if (!isSame(existing, request)) throw invoiceAlreadyRedeemed();
      return { redemption: await this.query.written(tx, existing.id, act.currency), created: false };
    }
    const { account, wallet } = await this.wallets.forInvoice(tx, open, request, act);
    const priced = price(request.amount_cents, basketOf(wallet));
    const id = this.recorder.record(tx, account, request, { wallet, priced }, act);
    return { redemption: await this.query.written(tx, id, act.currency), created: true };
  }
}

function actFor({ currency }: Tenant, request: RedeemRequest, actor: string, at: Date): ChangeContext {
  if (request.currency !== currency) throw wrongCurrency(currency);
  return { actor, at, currency };
}

const isSame = (found: RedemptionState, { customer_id, currency, amount_cents }: RedeemRequest): boolean =>
  found.customerId === customer_id && found.currency === currency && found.subtotalCents === amount_cents;
