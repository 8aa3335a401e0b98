import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../../tenant/audit/audit-log.service.js';
import { Clock } from '../../core/clock.js';
import { MAX_CENTS } from '../../common/money.js';
import { decodeCursor, type PageRequest } from '../../core/http/page.js';
import { active, customerNotFound } from '../../customer/customer.errors.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { LedgerRepository } from '../ledger/ledger.repository.js';
import type { OpenAccount } from '../ledger/open-account.js';
import { SYSTEM } from '../../common/ids.js';
import type { ChangeContext } from '../change-context.js';
import { SettlementService } from '../settlement.service.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import type { AdjustCreditRequest, CreditStatementAnswer, MyCreditAnswer } from './credit.dto.js';
import { alreadyExpired, balanceTooLarge, expiryOfNothing, moreThanBalance } from './credit.errors.js';
import { CreditQuery } from './credit.query.js';

const FIRST_PAGE: PageRequest = { limit: 50 };

/** A customer's credit, as a statement, and by hand. */
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
   * What there is and how it came to be. What has come due is booked first, so that a statement never lags behind the
   * clock, whether or not a job has run.
   * @throws DomainError `customer_not_found`, `validation_failed` for a bad cursor
   */
  async statement(tenant: Tenant, customerId: string, page: PageRequest): Promise<CreditStatementAnswer> {
    const after = decodeCursor(page.cursor);
    const act = { actor: SYSTEM, at: this.clock.now(), currency: tenant.currency };
    const standing = await this.query.standing(tenant.id, customerId, act.at);
    if (standing === undefined) throw customerNotFound();
    if (standing.due) await this.unitOfWork.run(tenant.id, (tx) => this.settlement.open(tx, customerId, act));
    const statement = await this.query.statement(tenant.id, customerId, { after, limit: page.limit });
    return { currency: tenant.currency, ...statement };
  }

  /**
   * The same for the customer, who is not told an admin's reasons.
   * @throws DomainError `customer_not_found`, `customer_inactive`, `validation_failed` for a bad cursor
   */
  async mine(tenant: Tenant, customerId: string, page: PageRequest): Promise<MyCreditAnswer> {
    active(await this.query.standing(tenant.id, customerId, this.clock.now()));
    const { entries, ...statement } = await this.statement(tenant, customerId, page);
    return { ...statement, entries: entries.map(({ reason, ...entry }) => entry) };
  }

  /**
   * Grants credit, or takes it: from the lot that expires first, then the oldest.
   * @throws DomainError `customer_not_found`, `validation_failed` for more than there is
   */
  async adjust(
    tenant: Tenant,
    customerId: string,
    request: AdjustCreditRequest,
    actor: string,
    at = this.clock.now(),
  ): Promise<CreditStatementAnswer> {
    const act = { actor, at, currency: tenant.currency };
    await this.unitOfWork.run(tenant.id, async (tx) => {
      const { account } = await this.settlement.open(tx, customerId, act);
      const before = { balance_cents: account.balanceCents };
      if (request.amount_cents > 0) grantByHand(account, request, act);
      else await this.take(tx, account, request, act);
      this.ledger.save(tx, account, act.at);
      const after = { balance_cents: account.balanceCents };
      const { amount_cents, reason } = request;
      const event = { type: 'credit.adjusted', data: { customer_id: customerId, amount_cents } } as const;
      this.audit.recordWithEvent(tx, act.at, event, { targetId: customerId, before, after, reason });
    });
    return this.statement(tenant, customerId, FIRST_PAGE);
  }

  private async take(
    tx: Transaction,
    account: OpenAccount,
    { amount_cents, reason, expires_at }: AdjustCreditRequest,
    act: ChangeContext,
  ): Promise<void> {
    if (expires_at != null) throw expiryOfNothing();
    let left = -amount_cents;
    if (left > account.balanceCents) throw moreThanBalance(account.balanceCents);
    for (const lot of await this.ledger.spendableLots(tx, account.customerId, act.at, left)) {
      const taken = Math.min(left, lot.remainingCents);
      account.take('adjust', lot, taken, { ...act, reason });
      left -= taken;
    }
  }
}

/** A balance stays an amount of the product. */
function grantByHand(account: OpenAccount, request: AdjustCreditRequest, act: ChangeContext): void {
  const { amount_cents: grantedCents, reason, expires_at } = request;
  const expiresAt = expires_at == null ? null : new Date(expires_at);
  if (expiresAt !== null && expiresAt <= act.at) throw alreadyExpired();
  if (account.balanceCents + grantedCents > MAX_CENTS) throw balanceTooLarge();
  account.grant({ grantedCents, rewardId: null, expiresAt }, { ...act, reason });
}
