import { Injectable } from '@nestjs/common';
import { newId } from '../common/ids.js';
import type { WithheldReason } from '../config/offer.js';
import type { RewardRole } from '../config/program-terms.js';
import type { Statement } from '../core/database/statement.js';
import type { Transaction } from '../core/database/transaction.js';
import type { OnRefund } from '../config/program-terms.js';
import type { TimelineData } from '../customer/timeline.dto.js';
import { canBecome, type StoredReferralStatus } from './standing/referral-status.js';
import { ReferralTimeline } from './referral-timeline.entity.js';
import { Referral } from './referral.entity.js';
import { illegalTransition, refereeHasReferral, referralNotFound } from './referral.errors.js';

/** The columns that are set only by an invoice that qualifies the referral, and by the refund of that invoice. */
const NOT_QUALIFIED_BY_INVOICE = {
  qualifiedByRedemptionId: null,
  qualifiedCents: null,
  refundedAt: null,
  requalifiedAt: null,
};

/** A stored referral. */
export type ReferralRow = Omit<Referral, 'tenantId' | keyof typeof NOT_QUALIFIED_BY_INVOICE>;

/** A referral that waits for an invoice of its referee. */
export type AwaitingReferral = ReferralRow & {
  readonly minInvoiceCents: number | null;
  /** True if a refund reversed it, so that the invoice qualifies it again. */
  readonly refunded: boolean;
};

/** A referral that an invoice qualified, with the terms that apply to a refund of the invoice. */
export type InvoiceQualifiedReferral = ReferralRow & {
  /** The total of the invoice after discounts, without the reward that it qualified. */
  readonly qualifiedCents: number;
  readonly minInvoiceCents: number | null;
  readonly onRefund: OnRefund;
};

/** The invoice that qualifies a referral. */
export interface QualifyingInvoice {
  readonly referralId: string;
  readonly redemptionId: string;
  /** Its total after discounts, without the reward that it qualifies. */
  readonly amountCents: number;
}

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

/** A referral that a refund reversed waits for another invoice, once. */
const REFUNDED = `referral.status = 'reversed' and referral.refunded_at is not null and referral.requalified_at is null`;

const AWAITING_INVOICE = {
  name: 'referral_awaiting_invoice',
  text: `
    select ${REFERRAL}, terms.min_invoice_cents as "minInvoiceCents", referral.status = 'reversed' as refunded
      from referral
      join program_terms terms on terms.tenant_id = referral.tenant_id and terms.version = referral.terms_version
     where referral.tenant_id = $1 and referral.referee_customer_id = $2
       and (${REFUNDED}
            or referral.status = 'pending' and terms.qualify_on = 'first_invoice'
               and not exists (select from review
                                where review.tenant_id = referral.tenant_id and review.referral_id = referral.id
                                  and review.status = 'open'))`,
};

const QUALIFIED_BY = {
  name: 'referral_qualified_by',
  text: `
    select ${REFERRAL}, referral.qualified_cents as "qualifiedCents", terms.min_invoice_cents as "minInvoiceCents",
           terms.on_refund as "onRefund"
      from referral
      join program_terms terms on terms.tenant_id = referral.tenant_id and terms.version = referral.terms_version
     where referral.tenant_id = $1 and referral.referee_customer_id = $2
       and referral.qualified_by_redemption_id = $3 and referral.status = 'qualified'`,
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
const RECORD_INVOICE = {
  name: 'referral_record_invoice',
  text: `update referral set qualified_by_redemption_id = $3, qualified_cents = $4 where tenant_id = $1 and id = $2`,
};

const REFUND = {
  name: 'referral_refund',
  text: `
    update referral set status = 'reversed', refunded_at = $3
     where tenant_id = $1 and id = $2 and status = 'qualified' and qualified_by_redemption_id is not null
    returning id`,
};

const REQUALIFY = {
  name: 'referral_requalify',
  text: `
    update referral set status = 'qualified', requalified_at = $3
     where tenant_id = $1 and id = $2 and ${REFUNDED}
    returning id`,
};

@Injectable()
export class ReferralRepository {
  /**
   * Inserts a referral. Fails the transaction with `referee_has_referral` if the referee has one; the unique key
   * decides.
   */
  insert(tx: Transaction, referral: ReferralRow): void {
    tx.insert(
      Referral,
      { ...referral, ...NOT_QUALIFIED_BY_INVOICE },
      { referral_referee_key: refereeHasReferral },
    );
  }

  /** Records the reason why a side has no reward; null if it has one after all. */
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

  /**
   * Returns the referral that an invoice of a referee can qualify: one that waits for the first invoice, or that a refund
   * reversed. A held referral waits for its review instead.
   */
  async awaitingInvoice(tx: Transaction, refereeId: string): Promise<AwaitingReferral | undefined> {
    return (await tx.query<AwaitingReferral>(AWAITING_INVOICE, [tx.tenantId, refereeId]))[0];
  }

  /** Returns the referral that the invoice of a redemption qualified, if it is still qualified. */
  async qualifiedBy(
    tx: Transaction,
    refereeId: string,
    redemptionId: string,
  ): Promise<InvoiceQualifiedReferral | undefined> {
    const values = [tx.tenantId, refereeId, redemptionId];
    return (await tx.query<InvoiceQualifiedReferral>(QUALIFIED_BY, values))[0];
  }

  /** Records the invoice that qualified a referral. */
  recordInvoice(tx: Transaction, { referralId, redemptionId, amountCents }: QualifyingInvoice): void {
    tx.queue(RECORD_INVOICE, [tx.tenantId, referralId, redemptionId, amountCents]);
  }

  /**
   * Reverses a qualified referral whose qualifying invoice was refunded, and appends the line to its timeline.
   * @throws DomainError `illegal_transition`
   */
  async refund(tx: Transaction, entry: TimelineEntry): Promise<void> {
    const changed = await tx.query(REFUND, [tx.tenantId, entry.referralId, entry.at]);
    if (changed.length !== 1) throw illegalTransition('qualified', 'reversed');
    this.appendTimeline(tx, entry);
  }

  /**
   * Marks a referral that a refund reversed as qualified again, which is possible once, and appends the line to its
   * timeline. A referral that a decision reversed does not match.
   * @throws DomainError `illegal_transition`
   */
  async requalify(tx: Transaction, entry: TimelineEntry): Promise<void> {
    const changed = await tx.query(REQUALIFY, [tx.tenantId, entry.referralId, entry.at]);
    if (changed.length !== 1) throw illegalTransition('reversed', 'qualified');
    this.appendTimeline(tx, entry);
  }

  /**
   * Changes a referral's status if it is still `from`, and appends the line to its timeline.
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
