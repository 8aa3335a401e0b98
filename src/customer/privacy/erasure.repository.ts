import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../core/database/transaction.js';
import { Customer } from '../customer.entity.js';
import type { Person } from '../person-fingerprints.js';

/** The replacement for a name. */
const ERASED = '[erased]';

/** A customer whose row is locked until the transaction ends. */
export interface LockedCustomer extends Person {
  readonly erased: boolean;
}

const LOCK = {
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

/** Replaces the personal values in a state. The names of the changed fields stay. */
const redacted = (state: string): string => `
  case when ${state} is not null then
    (select coalesce(jsonb_object_agg(key, case when key in ('name', 'email', 'phone') and value <> 'null'
                                                then to_jsonb('${ERASED}'::text) else value end), '{}')
       from jsonb_each(${state}))
  end`;

/** Changes only the entries about the customer. All others contain only ids and numbers. */
const ERASE_AUDIT = {
  name: 'privacy_erase_audit',
  text: `
    update audit_entry set before = ${redacted('before')}, after = ${redacted('after')}
     where tenant_id = $1 and target_id = $2 and (before ?| '{name,email,phone}' or after ?| '{name,email,phone}')`,
};

/** Removes personal data from the rows that stay. */
@Injectable()
export class ErasureRepository {
  /** Locks the customer and returns its latest state; undefined if there is none. */
  async lock(tx: Transaction, id: string): Promise<LockedCustomer | undefined> {
    return (await tx.query<LockedCustomer>(LOCK, [tx.tenantId, id]))[0];
  }

  /**
   * Erases a locked customer. The statements run after the lock, so they see everything that was written about the person
   * before the lock.
   * @param placeholder a unique address to which nothing can be sent
   */
  async erase(tx: Transaction, id: string, placeholder: string, erasedAt: Date): Promise<void> {
    const address = { email: placeholder, canonicalEmail: placeholder, phone: null };
    await tx.update(Customer, { id }, { name: ERASED, ...address, status: 'inactive', erasedAt });
    tx.queue(ERASE_ADDRESS, [tx.tenantId, id]);
    tx.queue(ERASE_AUDIT, [tx.tenantId, id]);
  }
}
