import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../../tenant/audit/audit-log.service.js';
import { Clock } from '../../core/clock.js';
import { MAX_CENTS } from '../../common/money.js';
import { decodeCursor, type PageRequest } from '../../core/http/page.js';
import { requireActive, customerNotFound } from '../../customer/customer.errors.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { LedgerRepository } from '../ledger/ledger.repository.js';
import type { OpenAccount } from '../ledger/open-account.js';
import { SYSTEM } from '../../common/ids.js';
import type { ChangeContext } from '../change-context.js';
import { SettlementService } from '../settlement.service.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import type { AdjustCreditRequest, CreditStatementAnswer, MyCreditAnswer } from './credit.dto.js';
import { alreadyExpired, balanceTooLarge, expiryWithoutGrant, moreThanBalance } from './credit.errors.js';
import { CreditQuery } from './credit.query.js';

const FIRST_PAGE: PageRequest = { limit: 50 };

/** Returns credit statements and adjusts credit manually. */
@Injectable()
export class CreditService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: LedgerRepository,
    private readonly settlement: SettlementService,
    private readonly query: CreditQuery,
    private readonly audit: AuditLogService,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns a customer's credit statement. Due changes are booked first, so that a statement is up to date whether or not a
   * job has run.
   * @throws DomainError `customer_not_found`, `validation_failed` for a bad cursor
   */
  async statement(tenant: Tenant, customerId: string, page: PageRequest): Promise<CreditStatementAnswer> {
    const after = decodeCursor(page.cursor);
    const context = { actor: SYSTEM, at: this.clock.now(), currency: tenant.currency };
    const state = await this.query.customerState(tenant.id, customerId, context.at);
    if (state === undefined) throw customerNotFound();
    if (state.due)
      await this.unitOfWork.run(tenant.id, (tx) => this.settlement.open(tx, customerId, context));
    const statement = await this.query.statement(tenant.id, customerId, { after, limit: page.limit });
    return { currency: tenant.currency, ...statement };
  }

  /**
   * Returns the same statement for the customer, without the reasons that admins gave.
   * @throws DomainError `customer_not_found`, `customer_inactive`, `validation_failed` for a bad cursor
   */
  async mine(tenant: Tenant, customerId: string, page: PageRequest): Promise<MyCreditAnswer> {
    requireActive(await this.query.customerState(tenant.id, customerId, this.clock.now()));
    const { entries, ...statement } = await this.statement(tenant, customerId, page);
    return { ...statement, entries: entries.map(({ reason, ...entry }) => entry) };
  }

  /**
   * Grants credit, or takes credit from the lots in the order of their use: earliest expiry, then oldest.
   * @throws DomainError `customer_not_found`, `validation_failed` for more than the balance
   */
  async adjust(
    tenant: Tenant,
    customerId: string,
    request: AdjustCreditRequest,
    actor: string,
    at = this.clock.now(),
  ): Promise<CreditStatementAnswer> {
    const context = { actor, at, currency: tenant.currency };
    await this.unitOfWork.run(tenant.id, async (tx) => {
      const { account } = await this.settlement.open(tx, customerId, context);
      const before = { balance_cents: account.balanceCents };
      if (request.amount_cents > 0) grantManually(account, request, context);
      else await this.takeCredit(tx, account, request, context);
      this.ledger.save(tx, account, context.at);
      const after = { balance_cents: account.balanceCents };
      const { amount_cents, reason } = request;
      const event = { type: 'credit.adjusted', data: { customer_id: customerId, amount_cents } } as const;
      this.audit.recordWithEvent(tx, context.at, event, { targetId: customerId, before, after, reason });
    });
    return this.statement(tenant, customerId, FIRST_PAGE);
  }

  private async takeCredit(
    tx: Transaction,
    account: OpenAccount,
    { amount_cents, reason, expires_at }: AdjustCreditRequest,
    context: ChangeContext,
  ): Promise<void> {
    if (expires_at != null) throw expiryWithoutGrant();
    let remaining = -amount_cents;
    if (remaining > account.balanceCents) throw moreThanBalance(account.balanceCents);
    for (const lot of await this.ledger.spendableLots(tx, account.customerId, context.at, remaining)) {
      const taken = Math.min(remaining, lot.remainingCents);
      account.take('adjust', lot, taken, { ...context, reason });
      remaining -= taken;
    }
  }
}

/** Grants credit, if it does not raise the balance above the maximum amount. */
function grantManually(account: OpenAccount, request: AdjustCreditRequest, context: ChangeContext): void {
  const { amount_cents: grantedCents, reason, expires_at } = request;
  const expiresAt = expires_at == null ? null : new Date(expires_at);
  if (expiresAt !== null && expiresAt <= context.at) throw alreadyExpired();
  if (account.balanceCents + grantedCents > MAX_CENTS) throw balanceTooLarge();
  account.grant({ grantedCents, rewardId: null, expiresAt }, { ...context, reason });
}
