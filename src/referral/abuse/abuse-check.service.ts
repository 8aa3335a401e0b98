import { Injectable } from '@nestjs/common';
import { clientNetwork } from '../../core/http/client-address.js';
import { DataKey } from '../../common/data-key.js';
import { canonicalEmail } from '../../customer/canonical-email.js';
import { phoneDigits } from '../../customer/phone-digits.js';
import type { Transaction } from '../../core/database/transaction.js';
import { lookedUp } from '../referral-offer.query.js';
import { AbuseRepository } from './abuse.repository.js';
import { isDisposable } from './disposable-domain.js';
import { type Suspicion, suspicionOf } from './suspicion.js';

/** Somebody who enrolls with a code, and whose row is written already. */
export interface Suspect {
  readonly customerId: string;
  readonly email: string;
  readonly phone: string | null;
  /** As a person typed it. */
  readonly code: string;
  readonly addressFingerprint: string | null;
}

/** Asks a tenant's rules about a newcomer. */
@Injectable()
export class AbuseCheckService {
  constructor(
    private readonly repository: AbuseRepository,
    private readonly dataKey: DataKey,
  ) {}

  /** What is kept of a client's address: enough to know it again within the tenant, and nothing to read. */
  fingerprint(tenantId: string, address: string | undefined): string | null {
    const network = clientNetwork(address);
    return network === undefined
      ? null
      : this.dataKey.fingerprint('client address', `${tenantId} ${network}`);
  }

  /**
   * Within the transaction that will record the referral, and before it does. Newcomers who have a trait in common wait
   * for each other from here on, until the transaction ends.
   * @returns undefined for somebody whom no rule has anything against
   */
  async check(tx: Transaction, suspect: Suspect, at: Date): Promise<Suspicion | undefined> {
    const { email, phone, code, customerId, addressFingerprint } = suspect;
    const traits = {
      customerId,
      canonicalEmail: canonicalEmail(email),
      phoneDigits: phoneDigits(phone),
      code: lookedUp(code),
      addressFingerprint,
    };
    const found = await this.repository.look(tx, traits, at);
    if (found === undefined) return undefined;
    return suspicionOf(found.modes, { ...found.matches, disposable_domain: isDisposable(email) });
  }
}
