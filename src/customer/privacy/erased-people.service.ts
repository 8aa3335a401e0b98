import { Injectable } from '@nestjs/common';
import { DataKey } from '../../common/data-key.js';
import type { Transaction } from '../../core/database/transaction.js';
import { ErasedPersonRepository } from './erased-person.repository.js';
import { type Person, personFingerprints } from './person-fingerprints.js';

/** Recognizes erased people without storing who they were. */
@Injectable()
export class ErasedPeopleService {
  constructor(
    private readonly repository: ErasedPersonRepository,
    private readonly dataKey: DataKey,
  ) {}

  /** Adds a person, who is recognized from now on. */
  add(tx: Transaction, person: Person, at: Date): void {
    this.repository.insertIfAbsent(tx, this.fingerprints(tx, person), at);
  }

  /** Returns true if the person was a customer and was erased. */
  includes(tx: Transaction, person: Person): Promise<boolean> {
    return this.repository.includesAny(tx, this.fingerprints(tx, person));
  }

  private fingerprints(tx: Transaction, person: Person): string[] {
    return personFingerprints(this.dataKey, tx.tenantId, person);
  }
}
