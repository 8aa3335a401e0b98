import { Injectable } from '@nestjs/common';
import { DataKey } from '../../common/data-key.js';
import type { Transaction } from '../../core/database/transaction.js';
import { ErasedPersonRepository } from './erased-person.repository.js';
import { type Person, personFingerprints } from './person-fingerprints.js';

/** Knows erased people again, without knowing who they were. */
@Injectable()
export class ErasedPeopleService {
  constructor(
    private readonly repository: ErasedPersonRepository,
    private readonly dataKey: DataKey,
  ) {}

  /** From now on the person is known again. */
  remember(tx: Transaction, person: Person, at: Date): void {
    this.repository.remember(tx, this.fingerprints(tx, person), at);
  }

  /** Whether the person was a customer once, and was erased. */
  knows(tx: Transaction, person: Person): Promise<boolean> {
    return this.repository.knows(tx, this.fingerprints(tx, person));
  }

  private fingerprints(tx: Transaction, person: Person): string[] {
    return personFingerprints(this.dataKey, tx.tenantId, person);
  }
}
