import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../core/database/transaction.js';
import { Customer } from '../customer.entity.js';
import type { Person } from './person-fingerprints.js';

/** What reads in place of a name. */
const ERASED = '[erased]';

/** A customer, locked: nobody else changes the row before the transaction ends. */
export interface HeldCustomer extends Person {
  readonly erased: boolean;
}

const HOLD = {
  name: 'privacy_hold',
  text: `
    select email, phone, erased_at is not null as erased
      from customer
     where tenant_id = $1 and id = $2
       for no key update`,
};

const ERASE_ADDRESS = {
  name: 'privacy_erase_address',
  text: `
    update enrollment set address_fingerprint = null
     where tenant_id = $1 and customer_id = $2 and address_fingerprint is not null`,
};

/** Which fields were changed, and when and by whom, stays; what to and from does not. */
const withoutPerson = (state: string): string => `
  case when ${state} is not null then
    (select coalesce(jsonb_object_agg(key, case when key in ('name', 'email', 'phone') and value <> 'null'
                                                then to_jsonb('${ERASED}'::text) else value end), '{}')
       from jsonb_each(${state}))
  end`;

/** Of what was done to the customer: entries about anything else hold ids and numbers. */
const ERASE_AUDIT = {
  name: 'privacy_erase_audit',
  text: `
    update audit_entry set before = ${withoutPerson('before')}, after = ${withoutPerson('after')}
     where tenant_id = $1 and target_id = $2 and (before ?| '{name,email,phone}' or after ?| '{name,email,phone}')`,
};

/** Removes a person from what stays. */
@Injectable()
export class ErasureRepository {
  /** The customer as whoever changed them last has left them; undefined when there is none. */
  async hold(tx: Transaction, id: string): Promise<HeldCustomer | undefined> {
    return (await tx.query<HeldCustomer>(HOLD, [tx.tenantId, id]))[0];
  }

  /**
   * Behind the lock, and in statements after it, which see all that others wrote about the person before.
   * @param placeholder an address that nobody has, and nobody can send anything to
   */
  async erase(tx: Transaction, id: string, placeholder: string, erasedAt: Date): Promise<void> {
    const address = { email: placeholder, canonicalEmail: placeholder, phone: null };
    await tx.update(Customer, { id }, { name: ERASED, ...address, status: 'inactive', erasedAt });
    tx.queue(ERASE_ADDRESS, [tx.tenantId, id]);
    tx.queue(ERASE_AUDIT, [tx.tenantId, id]);
  }
}
