import { Injectable } from '@nestjs/common';
import { budgetUsedForOffer, referrerRewardsUsed } from '../config/allowance.repository.js';
import { PROGRAM_COLUMN } from '../config/config.query.js';
import { type Offer, offerOf } from '../config/offer.js';
import type { Program, ProgramSettings } from '../config/program-terms.js';
import { Clock } from '../core/clock.js';
import { TenantReader } from '../core/database/tenant-reader.js';
import type { Transaction } from '../core/database/transaction.js';
import { normalizeReferralCode, REFERRAL_CODE } from './referral-code.js';

/**
 * A referral code that can be used: its referrer, the settings of the program, and the rewards that both sides would earn
 * now.
 */
export interface ReferralOffer {
  readonly referral_code: string;
  readonly referrer_customer_id: string;
  readonly referrer_name: string;
  readonly referrer_canonical_email: string;
  readonly terms_version: number;
  readonly settings: ProgramSettings;
  readonly offer: Offer;
}

interface OfferRow extends Omit<ReferralOffer, 'settings' | 'offer'> {
  readonly program: Program;
  readonly budget_used: number;
  readonly referrer_rewards_used: number;
}

/** SQL for the columns with the used part of each limit of `program_terms terms`. @param customer the referrer's id */
export const usedColumns = (customer: string, at: string): string => `
  ${budgetUsedForOffer(at)} as budget_used, ${referrerRewardsUsed(customer, at)} as referrer_rewards_used`;

/** Returns no row if the program is off, the code unknown or its customer inactive, so that callers cannot tell which. */
const BY_CODE = {
  name: 'referral_offer_by_code',
  text: `
    select code.code as referral_code,
           referrer.id as referrer_customer_id,
           referrer.name as referrer_name,
           referrer.canonical_email as referrer_canonical_email,
           terms.version as terms_version,
           ${PROGRAM_COLUMN}, ${usedColumns('referrer.id', '$3')}
      from referral_program program
      join program_terms terms on terms.tenant_id = program.tenant_id and terms.version = program.terms_version
      join referral_code code on code.tenant_id = program.tenant_id and code.code = $2
      join customer referrer on referrer.tenant_id = code.tenant_id and referrer.id = code.customer_id
     where program.tenant_id = $1 and terms.enabled and referrer.status = 'active'`,
};

/** Looks up referral codes, with one statement for public requests and for enrollments. */
@Injectable()
export class ReferralOfferQuery {
  constructor(
    private readonly reader: TenantReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Looks up a code as typed. For text that cannot be a code, it still runs the query, with an empty code, so that the
   * check takes just as long.
   */
  async find(tenantId: string, typed: string): Promise<ReferralOffer | undefined> {
    const at = this.clock.now();
    const row = await this.reader.row<OfferRow>(tenantId, BY_CODE, [tenantId, toLookupCode(typed), at]);
    return row && toOffer(row, at);
  }

  /** Looks up a code as typed, in the transaction that will insert the referral. */
  async findIn(tx: Transaction, typed: string, at: Date): Promise<ReferralOffer | undefined> {
    const [row] = await tx.query<OfferRow>(BY_CODE, [tx.tenantId, toLookupCode(typed), at]);
    return row && toOffer(row, at);
  }
}

function toOffer(row: OfferRow, at: Date): ReferralOffer {
  const { program, budget_used: budget, referrer_rewards_used: referrer_rewards, ...found } = row;
  return {
    ...found,
    settings: program.settings,
    offer: offerOf(program, { budget, referrer_rewards }, at),
  };
}

/**
 * Normalizes a code as typed. Returns the empty string for text that is not a code, because it may contain characters that
 * PostgreSQL rejects.
 */
export function toLookupCode(typed: string): string {
  const code = normalizeReferralCode(typed);
  return REFERRAL_CODE.test(code) ? code : '';
}
