import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../core/database/transaction.js';

const INSERT = {
  name: 'erased_person_remember',
  text: `
    insert into erased_person (tenant_id, fingerprint, erased_at)
    select $1, fingerprint, $3 from unnest($2::text[]) fingerprint
    on conflict (tenant_id, fingerprint) do nothing`,
};

const EXISTS = {
  name: 'erased_person_knows',
  text: `select exists (select from erased_person where tenant_id = $1 and fingerprint = any($2::text[])) as known`,
};

@Injectable()
export class ErasedPersonRepository {
  insertIfAbsent(tx: Transaction, fingerprints: readonly string[], at: Date): void {
    tx.queue(INSERT, [tx.tenantId, fingerprints, at]);
  }

  /** Returns true if one of the fingerprints belongs to an erased person. */
  async includesAny(tx: Transaction, fingerprints: readonly string[]): Promise<boolean> {
    const [row] = await tx.query<{ known: boolean }>(EXISTS, [tx.tenantId, fingerprints]);
    return row?.known ?? false;
  }
}
