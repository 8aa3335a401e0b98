import { Injectable } from '@nestjs/common';
import { newId } from '../common/ids.js';
import type { WithheldReason } from '../config/offer.js';
import type { RewardRole } from '../config/program-terms.js';
import type { Statement } from '../core/database/statement.js';
import type { Transaction } from '../core/database/transaction.js';
import type { TimelineData } from '../customer/timeline.dto.js';
import { canBecome, type StoredReferralStatus } from './standing/referral-status.js';
import { ReferralTimeline } from './referral-timeline.entity.js';
import { Referral } from './referral.entity.js';
import { illegalTransition, refereeHasReferral, referralNotFound } from './referral.errors.js';

/** A stored referral. */
export type ReferralRow = Omit<Referral, 'tenantId'>;

/** One line of a referral's timeline. */
export interface TimelineEntry {
  readonly referralId: string;
  readonly at: Date;
  /** `noun.past_participle`, as events are named. */
  readonly event: string;
  readonly actor: string;
  readonly data: TimelineData;
}

const REFERRAL = `
  referral.id, referral.referrer_customer_id as "referrerCustomerId",
  referral.referee_customer_id as "refereeCustomerId", referral.referral_code as "referralCode",
  referral.terms_version as "termsVersion", referral.status,
  referral.referrer_reward_withheld as "referrerRewardWithheld",
  referral.referee_reward_withheld as "refereeRewardWithheld", referral.created_at as "createdAt"`;

const BY_ID = {
  name: 'referral_row_by_id',
  text: `select ${REFERRAL} from referral where tenant_id = $1 and id = $2`,
};

const AWAITING_FIRST_INVOICE = {
  name: 'referral_awaiting_first_invoice',
  text: `
    select ${REFERRAL}
      from referral
      join program_terms terms on terms.tenant_id = referral.tenant_id and terms.version = referral.terms_version
     where referral.tenant_id = $1 and referral.referee_customer_id = $2
       and referral.status = 'pending' and terms.qualify_on = 'first_invoice'
       and not exists (select from review
                        where review.tenant_id = referral.tenant_id and review.referral_id = referral.id
                          and review.status = 'open')`,
};

const CHANGE_STATUS = {
  name: 'referral_change_status',
  text: `update referral set status = $4 where tenant_id = $1 and id = $2 and status = $3 returning id`,
};

const SET_WITHHELD = (role: RewardRole): Statement => ({
  name: `referral_set_${role}_withheld`,
  text: `update referral set ${role}_reward_withheld = $3 where tenant_id = $1 and id = $2`,
});

const WITHHELD = { referrer: SET_WITHHELD('referrer'), referee: SET_WITHHELD('referee') };

@Injectable()
export class ReferralRepository {
  /**
   * Inserts a referral. Fails the transaction with `referee_has_referral` if the referee has one; the unique key
   * decides.
   */
  insert(tx: Transaction, referral: Omit<Referral, 'tenantId'>): void {
    tx.insert(Referral, referral, { referral_referee_key: refereeHasReferral });
  }

  /** Records why a side has no reward, or that it has one after all. */
  setWithheld(tx: Transaction, id: string, role: RewardRole, reason: WithheldReason | null): void {
    tx.queue(WITHHELD[role], [tx.tenantId, id, reason]);
  }

  /** Adds lines to timelines. */
  appendTimeline(tx: Transaction, ...entries: TimelineEntry[]): void {
    tx.insert(
      ReferralTimeline,
      entries.map((entry) => ({ id: newId('tle'), ...entry })),
    );
  }

  /**
   * Returns a referral.
   * @throws DomainError `referral_not_found`
   */
  async byId(tx: Transaction, id: string): Promise<ReferralRow> {
    const [referral] = await tx.query<ReferralRow>(BY_ID, [tx.tenantId, id]);
    if (referral === undefined) throw referralNotFound();
    return referral;
  }

  /** Returns the referral that a referee's first invoice qualifies. A held referral waits for its review instead. */
  async awaitingFirstInvoice(tx: Transaction, refereeId: string): Promise<ReferralRow | undefined> {
    return (await tx.query<ReferralRow>(AWAITING_FIRST_INVOICE, [tx.tenantId, refereeId]))[0];
  }

  /**
   * Changes a referral's status, on condition of its present status, and appends the line to its timeline.
   * @throws DomainError `illegal_transition` if the transition is not allowed, or the referral's status is not `from`
   */
  async changeStatus(
    tx: Transaction,
    from: StoredReferralStatus,
    to: StoredReferralStatus,
    entry: TimelineEntry,
  ): Promise<void> {
    if (!canBecome(from, to)) throw illegalTransition(from, to);
    const changed = await tx.query(CHANGE_STATUS, [tx.tenantId, entry.referralId, from, to]);
    if (changed.length !== 1) throw illegalTransition(from, to);
    this.appendTimeline(tx, entry);
  }
}
