import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../tenant/audit/audit-log.service.js';
import type { Transaction } from '../core/database/transaction.js';
import { LedgerRepository } from './ledger/ledger.repository.js';
import type { OpenAccount } from './ledger/open-account.js';
import { illegalTransition } from '../referral/referral.errors.js';
import { ReferralRepository, type ReferralRow } from '../referral/referral.repository.js';
import type { ChangeContext } from './change-context.js';
import { transition, type RewardRow } from './reward.entity.js';
import { RewardHistoryService, type RewardNews } from './reward-history.service.js';
import type { RewardStatus } from '../referral/standing/reward-status.js';
import { RewardRepository } from './reward.repository.js';
import { SettlementService } from './settlement.service.js';

/** Where an undone reward ends: what nobody could use yet is voided. */
const ENDS: Readonly<Partial<Record<RewardStatus, 'voided' | 'reversed'>>> = {
  pending: 'voided',
  available: 'reversed',
  applied: 'reversed',
};

const stands = ({ status }: RewardRow): boolean => ENDS[status] !== undefined;

/** Takes rewards back, for a refund or a fraud. */
@Injectable()
export class ReversalService {
  constructor(
    private readonly rewards: RewardRepository,
    private readonly ledger: LedgerRepository,
    private readonly settlement: SettlementService,
    private readonly referrals: ReferralRepository,
    private readonly history: RewardHistoryService,
    private readonly audit: AuditLogService,
  ) {}

  /**
   * Ends a referral and takes back what still stands of its rewards: rejected when nothing of it had been applied, else
   * reversed.
   * @throws DomainError `illegal_transition` when it has ended already
   */
  async endReferral(
    tx: Transaction,
    referral: ReferralRow,
    reason: string,
    act: ChangeContext,
  ): Promise<void> {
    const referralId = referral.id;
    const sides = await this.settlement.openSides(tx, referral, act);
    const [{ status }, rewards] = await Promise.all([
      this.referrals.byId(tx, referralId), // where it stands now that nobody else can move it
      this.rewards.ofReferral(tx, referralId),
    ]);
    const to = rewards.some(({ appliedAt }) => appliedAt !== null) ? 'reversed' : 'rejected';
    const entry = { referralId, at: act.at, event: `referral.${to}`, actor: act.actor, data: { reason } };
    await this.referrals.changeStatus(tx, status, to, entry);
    const event = { type: `referral.${to}`, data: { referral_id: referralId } } as const;
    const change = { targetId: referralId, before: { status }, after: { status: to }, reason };
    this.audit.recordWithEvent(tx, act.at, event, change);
    for (const reward of rewards.filter(stands)) {
      const side = sides.find(({ account }) => account.customerId === reward.customerId);
      if (side !== undefined) await this.takeBack(tx, side.account, reward, reason, act);
    }
  }

  /**
   * Takes a reward back: voided when nobody could use it yet, else reversed. What is left of a credit is taken from the
   * account; what has been used can't be, and is booked as a shortfall.
   * @param account its customer's, locked and up to date
   * @throws DomainError `illegal_transition` for one that has ended already
   */
  async takeBack(
    tx: Transaction,
    account: OpenAccount,
    reward: RewardRow,
    reason: string,
    act: ChangeContext,
  ): Promise<void> {
    const to = ENDS[reward.status];
    if (to === undefined) throw illegalTransition(reward.status, 'reversed');
    const shortfallCents =
      reward.status === 'applied' ? await this.usedOf(tx, account, reward, { ...act, reason }) : 0;
    this.ledger.save(tx, account, act.at);
    const ended = transition(reward, to, { shortfallCents });
    this.rewards.save(tx, [ended]);
    this.history.tell(tx, act, [newsOf(ended, to, reason)]);
    const change = { targetId: reward.id, before: auditOf(reward), after: auditOf(ended), reason };
    this.audit.record(tx, act.at, `reward.${to}`, change);
  }

  /** Takes what is left of an applied reward, and says what is gone. */
  private async usedOf(
    tx: Transaction,
    account: OpenAccount,
    reward: RewardRow,
    cause: ChangeContext & { reason: string },
  ): Promise<number> {
    if (reward.type !== 'credit') return reward.usedCents;
    const [lot, used] = await Promise.all([
      this.ledger.lotOfReward(tx, reward.id),
      this.ledger.usedOfReward(tx, reward.id),
    ]);
    if (lot !== undefined) account.reverse(lot, cause);
    return used;
  }
}

const auditOf = ({ status, shortfallCents }: RewardRow): object => ({
  status,
  shortfall_cents: shortfallCents,
});

function newsOf(reward: RewardRow, to: 'voided' | 'reversed', reason: string): RewardNews {
  const data = { shortfall_cents: reward.shortfallCents };
  return { reward, type: `reward.${to}`, line: { ...data, reason }, data };
}
