import { Injectable } from '@nestjs/common';
import { DataKey } from '../common/data-key.js';
import type { Transaction } from '../core/database/transaction.js';
import { type KnownPerson, KnownPeopleRepository } from './known-people.repository.js';
import { type Person, personFingerprints } from './person-fingerprints.js';

/** A customer before and after a change. */
interface ChangedPerson {
  readonly before: Person & { readonly id: string };
  readonly after: Person;
}

/** Recognizes people by mailboxes and phone numbers that they no longer have, without storing readable data. */
@Injectable()
export class KnownPeopleService {
  constructor(
    private readonly repository: KnownPeopleRepository,
    private readonly dataKey: DataKey,
  ) {}

  /** Remembers the current and former mailboxes and phone numbers of a customer who is erased. */
  addErased(tx: Transaction, customerId: string, person: Person, at: Date): void {
    this.repository.insertErased(tx, this.fingerprints(tx, person), at);
    this.repository.eraseFormer(tx, customerId, at);
  }

  /** Remembers the mailboxes and phone numbers that customers no longer have after the changes. */
  addFormer(tx: Transaction, changes: readonly ChangedPerson[], at: Date): void {
    const former = changes.flatMap(({ before, after }) => {
      const kept = new Set(this.fingerprints(tx, after));
      const lost = this.fingerprints(tx, before).filter((fingerprint) => !kept.has(fingerprint));
      return lost.map((fingerprint) => ({ fingerprint, customerId: before.id }));
    });
    this.repository.insertFormer(tx, former, at);
  }

  /** Returns whether the person was erased, and the customers who had the person's mailbox or phone number before. */
  find(tx: Transaction, person: Person): Promise<KnownPerson> {
    return this.repository.find(tx, this.fingerprints(tx, person));
  }

  private fingerprints(tx: Transaction, person: Person): string[] {
    return personFingerprints(this.dataKey, tx.tenantId, person);
  }
}
