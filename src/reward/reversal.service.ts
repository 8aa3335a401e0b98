import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../tenant/audit/audit-log.service.js';
import { AllowanceRepository } from '../config/allowance.repository.js';
import type { Transaction } from '../core/database/transaction.js';
import { LedgerRepository } from './ledger/ledger.repository.js';
import type { OpenAccount } from './ledger/open-account.js';
import { illegalTransition } from '../referral/referral.errors.js';
import { ReferralRepository, type ReferralRow } from '../referral/referral.repository.js';
import type { ChangeContext } from './change-context.js';
import { transition, type RewardRow } from './reward.entity.js';
import { RewardHistoryService, type RewardChange } from './reward-history.service.js';
import type { RewardStatus } from '../referral/standing/reward-status.js';
import { RewardRepository } from './reward.repository.js';
import { type SettledAccount, SettlementService } from './settlement.service.js';

/** The final status of a reward that is taken back: voided if it was never available, otherwise reversed. */
const END_STATUS: Readonly<Partial<Record<RewardStatus, 'voided' | 'reversed'>>> = {
  pending: 'voided',
  available: 'reversed',
  applied: 'reversed',
};

/** Returns the status with which a reward ends. One that a refund reversed had been available, even if it is pending again. */
const endStatusOf = ({ status, refundedAs }: RewardRow): 'voided' | 'reversed' | undefined =>
  status === 'pending' && refundedAs === 'reversed' ? 'reversed' : END_STATUS[status];

/** Returns true for a reward that was ever applied. Credit that a refund reversed had been granted before. */
const wasApplied = ({ type, appliedAt, refundedAs }: RewardRow): boolean =>
  appliedAt !== null || (type === 'credit' && refundedAs === 'reversed');

/** The cause that ends a reward: a decision with its reason, or the refund of the invoice that qualified its referral. */
type EndCause = { readonly reason: string } | 'refund';

/** The reason in the audit log. It does not name the invoice, because the referrer can export these entries. */
const REFUNDED = 'the invoice that qualified the referral was refunded';

const isReversible = (reward: RewardRow): boolean => endStatusOf(reward) !== undefined;

/** Takes rewards back, for example after a refund or fraud. */
@Injectable()
export class ReversalService {
  constructor(
    private readonly rewards: RewardRepository,
    private readonly ledger: LedgerRepository,
    private readonly settlement: SettlementService,
    private readonly referrals: ReferralRepository,
    private readonly history: RewardHistoryService,
    private readonly allowances: AllowanceRepository,
    private readonly audit: AuditLogService,
  ) {}

  /**
   * Ends a referral and takes back its rewards that have not ended. The referral becomes rejected if no reward was ever
   * applied, otherwise reversed.
   * @throws DomainError `illegal_transition` if the referral has already ended
   */
  async endReferral(
    tx: Transaction,
    referral: ReferralRow,
    reason: string,
    context: ChangeContext,
  ): Promise<void> {
    const referralId = referral.id;
    const sides = await this.settlement.openSides(tx, referral, context);
    const [{ status }, rewards] = await Promise.all([
      this.referrals.byId(tx, referralId), // read behind the locks
      this.rewards.ofReferral(tx, referralId),
    ]);
    const to = rewards.some(wasApplied) ? 'reversed' : 'rejected';
    const entry = {
      referralId,
      at: context.at,
      event: `referral.${to}`,
      actor: context.actor,
      data: { reason },
    };
    await this.referrals.changeStatus(tx, status, to, entry);
    const event = { type: `referral.${to}`, data: { referral_id: referralId } } as const;
    const change = { targetId: referralId, before: { status }, after: { status: to }, reason };
    this.audit.recordWithEvent(tx, context.at, event, change);
    await this.endRewards(tx, sides, rewards, { reason }, context);
  }

  /**
   * Reverses a qualified referral because the invoice that qualified it was refunded, and takes back its rewards that have
   * not ended. It is reversed whether or not a reward was ever applied, and a later invoice can qualify it once more.
   * @param invoiceId the refunded invoice
   * @returns the ids of the rewards that ended
   */
  async refundReferral(
    tx: Transaction,
    referral: ReferralRow,
    invoiceId: string,
    context: ChangeContext,
  ): Promise<ReadonlySet<string>> {
    const referralId = referral.id;
    const sides = await this.settlement.openSides(tx, referral, context);
    const rewards = await this.rewards.ofReferral(tx, referralId);
    const { at, actor } = context;
    const data = { invoice_id: invoiceId };
    await this.referrals.refund(tx, { referralId, at, event: 'referral.reversed', actor, data });
    const event = { type: 'referral.reversed', data: { referral_id: referralId } } as const;
    const states = { before: { status: 'qualified' }, after: { status: 'reversed' } };
    this.audit.recordWithEvent(tx, at, event, { targetId: referralId, ...states, reason: REFUNDED });
    return this.endRewards(tx, sides, rewards, 'refund', context);
  }

  private async endRewards(
    tx: Transaction,
    sides: readonly SettledAccount[],
    rewards: readonly RewardRow[],
    cause: EndCause,
    context: ChangeContext,
  ): Promise<ReadonlySet<string>> {
    const ended = rewards.filter(isReversible);
    // All at once: locking the limits of a second reward after the first was given back would break the order of the locks.
    this.allowances.lock(
      tx,
      ended.filter((reward) => endStatusOf(reward) === 'voided'),
      [],
    );
    for (const reward of ended) {
      const side = sides.find(({ account }) => account.customerId === reward.customerId);
      if (side === undefined) throw new Error(`The account of ${reward.customerId} is not open.`);
      await this.reverseReward(tx, side.account, reward, cause, context);
    }
    return new Set(ended.map(({ id }) => id));
  }

  /**
   * Takes a reward back: voids it if it was never available, otherwise reverses it. A voided reward no longer counts toward
   * limits. The unused rest of a credit is taken from the account. The used part cannot be taken back and is recorded as
   * the shortfall.
   * @param account the account of the reward's customer, locked and up to date
   * @throws DomainError `illegal_transition` if the reward has already ended
   */
  async reverseReward(
    tx: Transaction,
    account: OpenAccount,
    reward: RewardRow,
    cause: EndCause,
    context: ChangeContext,
  ): Promise<void> {
    const to = endStatusOf(reward);
    if (to === undefined) throw illegalTransition(reward.status, 'reversed');
    const given = cause === 'refund' ? {} : cause;
    const shortfallCents = await this.takeRemaining(tx, account, reward, { ...context, ...given });
    this.ledger.save(tx, account, context.at);
    if (to === 'voided') this.allowances.giveBackReward(tx, reward);
    const refundedAs = cause === 'refund' ? to : reward.refundedAs;
    const ended = transition(reward, to, { shortfallCents, refundedAs });
    this.rewards.save(tx, [ended]);
    this.history.record(tx, context, [changeOf(ended, to, given)]);
    const reason = cause === 'refund' ? REFUNDED : cause.reason;
    const change = { targetId: reward.id, before: auditOf(reward), after: auditOf(ended), reason };
    this.audit.record(tx, context.at, `reward.${to}`, change);
  }

  /**
   * Takes the unused rest of a reward that is applied, or was applied before a refund.
   * @returns the part that was used, in the smallest unit
   */
  private async takeRemaining(
    tx: Transaction,
    account: OpenAccount,
    reward: RewardRow,
    cause: ChangeContext & { reason?: string },
  ): Promise<number> {
    if (!wasApplied(reward)) return reward.shortfallCents;
    if (reward.type !== 'credit') return reward.usedCents;
    const [lots, { used }] = await Promise.all([
      this.ledger.lotsOfReward(tx, reward.id),
      this.ledger.spentOfReward(tx, reward.id),
    ]);
    for (const lot of lots) account.reverse(lot, cause);
    return used;
  }
}

const auditOf = ({ status, shortfallCents }: RewardRow): object => ({
  status,
  shortfall_cents: shortfallCents,
});

/** Returns the change for the timeline. Without a reason, a refund ended the reward. */
function changeOf(reward: RewardRow, to: 'voided' | 'reversed', given: { reason?: string }): RewardChange {
  const eventData = { shortfall_cents: reward.shortfallCents };
  return { reward, type: `reward.${to}`, timelineData: { ...eventData, ...given }, eventData };
}
