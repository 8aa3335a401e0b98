import type { DataKey } from '../../common/data-key.js';
import { canonicalEmail } from '../canonical-email.js';
import { phoneDigits } from '../phone-digits.js';

const PURPOSE = 'erased customer';

/** By what a person is known again. */
export interface Person {
  readonly email: string;
  readonly phone: string | null;
}

/**
 * What is kept of an erased person: of the mailbox, and of the number when there is one. The tenant is in each, so that
 * two tenants can't tell that they had the same customer.
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
