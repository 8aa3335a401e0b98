import { Injectable } from '@nestjs/common';
import { clientNetwork } from '../../core/http/client-address.js';
import { DataKey } from '../../common/data-key.js';
import { canonicalEmail } from '../../customer/canonical-email.js';
import { personFingerprints } from '../../customer/person-fingerprints.js';
import { phoneDigits } from '../../customer/phone-digits.js';
import type { Transaction } from '../../core/database/transaction.js';
import { toLookupCode } from '../referral-offer.query.js';
import { AbuseRepository } from './abuse.repository.js';
import { isDisposable } from './disposable-domain.js';
import { type Suspicion, evaluateRules } from './abuse-rules.js';

/** A customer who enrolls with a referral code. The customer's row has been inserted. */
export interface AbuseSubject {
  readonly customerId: string;
  readonly email: string;
  readonly phone: string | null;
  /** As typed. */
  readonly code: string;
  readonly addressFingerprint: string | null;
}

/** Applies a tenant's abuse rules to an enrollment with a referral code. */
@Injectable()
export class AbuseCheckService {
  constructor(
    private readonly repository: AbuseRepository,
    private readonly dataKey: DataKey,
  ) {}

  /**
   * Returns a keyed fingerprint of the client's network (see `clientNetwork`), or null if there is no IP address. It
   * identifies the network within the tenant but does not reveal the address.
   */
  fingerprint(tenantId: string, address: string | undefined): string | null {
    const network = clientNetwork(address);
    return network === undefined
      ? null
      : this.dataKey.fingerprint('client address', `${tenantId} ${network}`);
  }

  /**
   * Applies the rules, and counts the newcomer. Must be called in the transaction that inserts the referral, before the
   * insert. Newcomers who share a trait wait for each other until the transaction ends.
   * @returns undefined if no rule matches
   */
  async check(tx: Transaction, subject: AbuseSubject, at: Date): Promise<Suspicion | undefined> {
    const { email, phone, code, customerId, addressFingerprint } = subject;
    const [mailbox = '', number = null] = personFingerprints(this.dataKey, tx.tenantId, { email, phone });
    const traits = {
      customerId,
      canonicalEmail: canonicalEmail(email),
      phoneDigits: phoneDigits(phone),
      code: toLookupCode(code),
      addressFingerprint,
      fingerprints: { email: mailbox, phone: number },
    };
    const found = await this.repository.lookUp(tx, traits, at);
    if (found === undefined) return undefined;
    return evaluateRules(found.modes, { ...found.matches, disposable_domain: isDisposable(email) });
  }
}
