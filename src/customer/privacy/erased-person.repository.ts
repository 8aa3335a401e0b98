import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../core/database/transaction.js';

const REMEMBER = {
  name: 'erased_person_remember',
  text: `
    insert into erased_person (tenant_id, fingerprint, erased_at)
    select $1, fingerprint, $3 from unnest($2::text[]) fingerprint
    on conflict (tenant_id, fingerprint) do nothing`,
};

const KNOWS = {
  name: 'erased_person_knows',
  text: `select exists (select from erased_person where tenant_id = $1 and fingerprint = any($2::text[])) as known`,
};

@Injectable()
export class ErasedPersonRepository {
  remember(tx: Transaction, fingerprints: readonly string[], at: Date): void {
    tx.queue(REMEMBER, [tx.tenantId, fingerprints, at]);
  }

  /** Whether somebody with one of these was erased. */
  async knows(tx: Transaction, fingerprints: readonly string[]): Promise<boolean> {
    const [row] = await tx.query<{ known: boolean }>(KNOWS, [tx.tenantId, fingerprints]);
    return row?.known ?? false;
  }
}
