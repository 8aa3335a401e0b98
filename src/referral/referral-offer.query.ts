import { Injectable } from '@nestjs/common';
import { SETTINGS_COLUMNS, VALUE_COLUMNS } from '../config/config.query.js';
import type { ProgramSettings } from '../config/program-terms.js';
import { TenantReader } from '../core/database/tenant-reader.js';
import type { Transaction } from '../core/database/transaction.js';
import type { Value } from '../tenant/value.js';
import { normalizeReferralCode, REFERRAL_CODE } from './referral-code.js';

/** A referral code that can be used: its referrer, and the terms and settings of the program. */
export interface ReferralOffer extends ProgramSettings {
  readonly referral_code: string;
  readonly referrer_customer_id: string;
  readonly referrer_name: string;
  readonly referrer_canonical_email: string;
  readonly terms_version: number;
  /** The values of the rewards of both sides. */
  readonly referrer: Value;
  readonly referee: Value;
}

/** Returns no row if the program is off, the code unknown or its customer inactive, so that callers cannot tell which. */
const BY_CODE = {
  name: 'referral_offer_by_code',
  text: `
    select code.code as referral_code,
           referrer.id as referrer_customer_id,
           referrer.name as referrer_name,
           referrer.canonical_email as referrer_canonical_email,
           terms.version as terms_version,
           ${VALUE_COLUMNS}, ${SETTINGS_COLUMNS}
      from referral_program program
      join program_terms terms on terms.tenant_id = program.tenant_id and terms.version = program.terms_version
      join referral_code code on code.tenant_id = program.tenant_id and code.code = $2
      join customer referrer on referrer.tenant_id = code.tenant_id and referrer.id = code.customer_id
     where program.tenant_id = $1 and terms.enabled and referrer.status = 'active'`,
};

/** Looks up referral codes, with one statement for public requests and for enrollments. */
@Injectable()
export class ReferralOfferQuery {
  constructor(private readonly reader: TenantReader) {}

  /** Looks up a code as typed. Text that cannot be a code is looked up, too, so that it takes as long. */
  find(tenantId: string, typed: string): Promise<ReferralOffer | undefined> {
    return this.reader.row<ReferralOffer>(tenantId, BY_CODE, [tenantId, toLookupCode(typed)]);
  }

  /** Looks up a code as typed, in the transaction that will insert the referral. */
  async findIn(tx: Transaction, typed: string): Promise<ReferralOffer | undefined> {
    const [offer] = await tx.query<ReferralOffer>(BY_CODE, [tx.tenantId, toLookupCode(typed)]);
    return offer;
  }
}

/** Normalizes a code as typed. Returns the empty string for other text, which may contain what PostgreSQL rejects. */
export function toLookupCode(typed: string): string {
  const code = normalizeReferralCode(typed);
  return REFERRAL_CODE.test(code) ? code : '';
}
