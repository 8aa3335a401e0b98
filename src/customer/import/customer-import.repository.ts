import { Injectable } from '@nestjs/common';
import { canonicalEmail } from '../canonical-email.js';
import type { CustomerStatus } from '../customer.entity.js';
import { Overtaken } from '../../core/database/database.errors.js';
import type { Transaction } from '../../core/database/transaction.js';
import type { Change, Creation, KnownCustomer, WantedCustomer } from './import-plan.js';

/** A customer, locked: nobody else changes the row before the transaction ends. */
export interface HeldCustomer extends KnownCustomer {
  readonly status: CustomerStatus;
  readonly createdAt: Date;
}

/** In one order for all, so that two imports don't wait for each other. */
const HOLD = {
  name: 'customer_import_hold',
  text: `
    select id, name, email, phone, status, created_at as "createdAt", erased_at is not null as erased
      from customer
     where tenant_id = $1 and (id = any($2::text[]) or email = any($3::text[]))
     order by id
       for no key update`,
};

const GIVEN = `unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
               as given (id, name, email, canonical_email, phone)`;

/** Who has come meanwhile by another way is left as they are, and is not among the answers. */
const CREATE = {
  name: 'customer_import_create',
  text: `
    insert into customer (tenant_id, id, name, email, canonical_email, phone, status, created_at)
    select $1, given.id, given.name, given.email, given.canonical_email, given.phone, 'active', $7
      from ${GIVEN}
     order by given.email
        on conflict do nothing
    returning id`,
};

const CHANGE = {
  name: 'customer_import_change',
  text: `
    update customer
       set name = given.name, email = given.email, canonical_email = given.canonical_email, phone = given.phone
      from ${GIVEN}
     where customer.tenant_id = $1 and customer.id = given.id`,
};

type Person = Pick<KnownCustomer, 'id' | 'name' | 'email' | 'phone'>;

/** Many customers a statement. */
@Injectable()
export class CustomerImportRepository {
  /** Everybody who has an id or an address of these rows. */
  hold(tx: Transaction, rows: readonly WantedCustomer[]): Promise<HeldCustomer[]> {
    const ids = rows.map(({ id }) => id).filter((id) => id !== undefined);
    return tx.query<HeldCustomer>(HOLD, [tx.tenantId, ids, rows.map(({ email }) => email)]);
  }

  /** @returns the ids of those who were made; somebody else was quicker with the others */
  async create(tx: Transaction, creations: readonly Creation[], at: Date): Promise<Set<string>> {
    if (creations.length === 0) return new Set();
    const people = creations.map(({ id, row: { name, email, phone = null } }) => ({
      id,
      name,
      email,
      phone,
    }));
    const made = await tx.query<{ id: string }>(CREATE, [tx.tenantId, ...columnsOf(people), at]);
    return new Set(made.map(({ id }) => id));
  }

  /** Of customers who are held. Should somebody else take an address meanwhile, all of it is tried again. */
  change(tx: Transaction, changes: readonly Change<HeldCustomer>[]): void {
    if (changes.length === 0) return;
    const values = [tx.tenantId, ...columnsOf(changes.map(({ after }) => after))];
    tx.queue(CHANGE, values, { customer_email_key: () => new Overtaken() });
  }
}

const columnsOf = (people: readonly Person[]): (string | null)[][] => [
  people.map(({ id }) => id),
  people.map(({ name }) => name),
  people.map(({ email }) => email),
  people.map(({ email }) => canonicalEmail(email)),
  people.map(({ phone }) => phone),
];
