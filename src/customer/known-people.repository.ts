import { Injectable } from '@nestjs/common';
import type { Transaction } from '../core/database/transaction.js';

const INSERT_ERASED = {
  name: 'erased_person_remember',
  text: `
    insert into erased_person (tenant_id, fingerprint, erased_at)
    select $1, fingerprint, $3 from unnest($2::text[]) fingerprint
    on conflict (tenant_id, fingerprint) do nothing`,
};

const INSERT_FORMER = {
  name: 'former_trait_remember',
  text: `
    insert into former_trait (tenant_id, fingerprint, customer_id, changed_at)
    select $1, fingerprint, customer_id, $4
      from unnest($2::text[], $3::text[]) former (fingerprint, customer_id)
    on conflict (tenant_id, fingerprint, customer_id) do nothing`,
};

/** Keeps the fingerprints of an erased customer's former traits, without the id of the customer. */
const INSERT_ERASED_FORMER = {
  name: 'erased_person_remember_former',
  text: `
    insert into erased_person (tenant_id, fingerprint, erased_at)
    select $1, fingerprint, $3 from former_trait where tenant_id = $1 and customer_id = $2
    on conflict (tenant_id, fingerprint) do nothing`,
};
const DELETE_FORMER = {
  name: 'former_trait_delete',
  text: 'delete from former_trait where tenant_id = $1 and customer_id = $2',
};

const FIND = {
  name: 'known_person',
  text: `
    select exists (select from erased_person where tenant_id = $1 and fingerprint = any($2::text[])) as erased,
           array(select customer_id from former_trait where tenant_id = $1 and fingerprint = any($2::text[])) as formerly`,
};

/** Whether a person was erased, and the ids of the customers who had the person's mailbox or number before. */
export interface KnownPerson {
  readonly erased: boolean;
  readonly formerly: readonly string[];
}

@Injectable()
export class KnownPeopleRepository {
  insertErased(tx: Transaction, fingerprints: readonly string[], at: Date): void {
    tx.queue(INSERT_ERASED, [tx.tenantId, fingerprints, at]);
  }

  /** Turns the former traits of a customer into those of an erased person. */
  eraseFormer(tx: Transaction, customerId: string, at: Date): void {
    tx.queue(INSERT_ERASED_FORMER, [tx.tenantId, customerId, at]);
    tx.queue(DELETE_FORMER, [tx.tenantId, customerId]);
  }

  insertFormer(
    tx: Transaction,
    traits: readonly { readonly fingerprint: string; readonly customerId: string }[],
    at: Date,
  ): void {
    if (traits.length === 0) return;
    const columns = [
      traits.map(({ fingerprint }) => fingerprint),
      traits.map(({ customerId }) => customerId),
    ];
    tx.queue(INSERT_FORMER, [tx.tenantId, ...columns, at]);
  }

  async find(tx: Transaction, fingerprints: readonly string[]): Promise<KnownPerson> {
    const [found] = await tx.query<KnownPerson>(FIND, [tx.tenantId, fingerprints]);
    return found ?? { erased: false, formerly: [] };
  }
}
