import { Injectable } from '@nestjs/common';
import { canonicalEmail } from '../canonical-email.js';
import type { CustomerStatus } from '../customer.entity.js';
import { Overtaken } from '../../core/database/database.errors.js';
import type { Transaction } from '../../core/database/transaction.js';
import type { Change, Creation, ExistingCustomer, RequestedCustomer } from './import-plan.js';

/** A customer whose row is locked until the transaction ends. */
export interface LockedCustomer extends ExistingCustomer {
  readonly status: CustomerStatus;
  readonly createdAt: Date;
}

/**
 * Locks the newest customers first, so that imports cannot deadlock with each other or with decisions about referrals:
 * those lock the referee before the referrer, who is the older customer.
 */
const LOCK = {
  name: 'customer_import_hold',
  text: `
    select id, name, email, phone, status, created_at as "createdAt", erased_at is not null as erased
      from customer
     where tenant_id = $1 and (id = any($2::text[]) or email = any($3::text[]))
     order by created_at desc, id desc
       for no key update`,
};

const ROWS = `unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
               as given (id, name, email, canonical_email, phone)`;

/** A customer that another transaction created in the meantime is left unchanged and is not returned. */
const CREATE = {
  name: 'customer_import_create',
  text: `
    insert into customer (tenant_id, id, name, email, canonical_email, phone, status, created_at)
    select $1, given.id, given.name, given.email, given.canonical_email, given.phone, 'active', $7
      from ${ROWS}
     order by given.email
        on conflict do nothing
    returning id`,
};

const UPDATE = {
  name: 'customer_import_change',
  text: `
    update customer
       set name = given.name, email = given.email, canonical_email = given.canonical_email, phone = given.phone
      from ${ROWS}
     where customer.tenant_id = $1 and customer.id = given.id`,
};

type Person = Pick<ExistingCustomer, 'id' | 'name' | 'email' | 'phone'>;

/** Creates and updates many customers per statement. */
@Injectable()
export class CustomerImportRepository {
  /** Locks and returns every customer whose id or address appears in these rows. */
  lock(tx: Transaction, rows: readonly RequestedCustomer[]): Promise<LockedCustomer[]> {
    const ids = rows.map(({ id }) => id).filter((id) => id !== undefined);
    return tx.query<LockedCustomer>(LOCK, [tx.tenantId, ids, rows.map(({ email }) => email)]);
  }

  /** Creates customers. @returns the ids of the created ones; other transactions took the ids or addresses of the rest */
  async create(tx: Transaction, creations: readonly Creation[], at: Date): Promise<Set<string>> {
    if (creations.length === 0) return new Set();
    const people = creations.map(({ id, row: { name, email, phone = null } }) => ({
      id,
      name,
      email,
      phone,
    }));
    const created = await tx.query<{ id: string }>(CREATE, [tx.tenantId, ...columnsOf(people), at]);
    return new Set(created.map(({ id }) => id));
  }

  /** Updates locked customers. If another transaction took an address in the meantime, the whole transaction is repeated. */
  update(tx: Transaction, changes: readonly Change<LockedCustomer>[]): void {
    if (changes.length === 0) return;
    const values = [tx.tenantId, ...columnsOf(changes.map(({ after }) => after))];
    tx.queue(UPDATE, values, { customer_email_key: () => new Overtaken() });
  }
}

const columnsOf = (people: readonly Person[]): (string | null)[][] => [
  people.map(({ id }) => id),
  people.map(({ name }) => name),
  people.map(({ email }) => email),
  people.map(({ email }) => canonicalEmail(email)),
  people.map(({ phone }) => phone),
];
