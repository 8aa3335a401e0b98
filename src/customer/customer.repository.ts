import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Transaction } from '../core/database/transaction.js';
import { canonicalEmail, normalizeEmail } from './canonical-email.js';
import { Customer, type CustomerStatus } from './customer.entity.js';
import { customerErased, customerExists, customerIdTaken } from './customer.errors.js';

const TAKEN = { customer_email_key: customerExists, customer_pkey: customerIdTaken };

/** Returns the two forms of an address that are stored. */
const emailColumns = (email: string): Pick<Customer, 'email' | 'canonicalEmail'> => ({
  email: normalizeEmail(email),
  canonicalEmail: canonicalEmail(email),
});

export interface NewCustomer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly status: CustomerStatus;
  readonly createdAt: Date;
}

const LOCK = {
  name: 'customer_hold',
  text: 'select from customer where tenant_id = $1 and id = $2 for no key update',
};

const ERASED = {
  name: 'customer_is_erased',
  text: 'select from customer where tenant_id = $1 and id = $2 and erased_at is not null',
};

@Injectable()
export class CustomerRepository {
  /**
   * Inserts a customer. A duplicate fails the transaction with `customer_exists` or `customer_id_taken`: the unique keys
   * decide, not an earlier read.
   */
  insert(tx: Transaction, customer: NewCustomer): void {
    tx.insert(Customer, { ...customer, ...emailColumns(customer.email) }, TAKEN);
  }

  /** Returns true for a customer whose personal data was erased. */
  async isErased(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.query(ERASED, [tx.tenantId, id])).length > 0;
  }

  /** Locks the customer until the transaction ends. */
  lock(tx: Transaction, id: string): void {
    tx.queue(LOCK, [tx.tenantId, id]);
  }

  /**
   * Updates an existing customer.
   * @throws DomainError `customer_exists`, `customer_erased`
   */
  async update(
    tx: Transaction,
    id: string,
    { email, ...changes }: Partial<Pick<Customer, 'name' | 'email' | 'phone' | 'status'>>,
  ): Promise<void> {
    const set = email === undefined ? changes : { ...changes, ...emailColumns(email) };
    if ((await tx.update(Customer, { id, erasedAt: IsNull() }, set, TAKEN)) === 0) throw customerErased();
  }
}
