import type { DataKey } from '../common/data-key.js';
import { canonicalEmail } from './canonical-email.js';
import { phoneDigits } from './phone-digits.js';

const PURPOSE = 'erased customer';

/** The personal data that identifies a person. */
export interface Person {
  readonly email: string;
  readonly phone: string | null;
}

/**
 * Returns the keyed fingerprints of a person: one of the mailbox and, if there is a phone number, one of the number. Each
 * includes the tenant, so that fingerprints of two tenants can't be matched.
 */
export function personFingerprints(
  dataKey: Pick<DataKey, 'fingerprint'>,
  tenantId: string,
  { email, phone }: Person,
): string[] {
  const digits = phoneDigits(phone);
  const traits = [`email ${canonicalEmail(email)}`, ...(digits === null ? [] : [`phone ${digits}`])];
  return traits.map((trait) => dataKey.fingerprint(PURPOSE, `${tenantId} ${trait}`));
}
