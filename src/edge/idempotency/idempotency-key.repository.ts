import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import type { Transaction } from '../../core/database/transaction.js';
import { IdempotencyKey } from './idempotency-key.entity.js';
import { keyInProgress } from './idempotency.errors.js';

/** The route and key that identify a request. */
export interface IdempotencyScope {
  readonly route: string;
  readonly key: string;
}

type StoredAnswer = Pick<IdempotencyKey, 'fingerprint' | 'status' | 'answer'>;

const LOCK = {
  name: 'idempotency_lock',
  text: `select pg_try_advisory_xact_lock(hashtextextended($1 || ' ' || $2 || ' ' || $3, 0)) as mine`,
};

const FIND = {
  name: 'idempotency_find',
  text: `
    select fingerprint, status, answer from idempotency_key
     where tenant_id = $1 and route = $2 and key = $3 and created_at > $4::timestamptz`,
};

/** Stores an answer. It overwrites one that is too old to be replayed. */
const KEEP = {
  name: 'idempotency_keep',
  text: `
    insert into idempotency_key (tenant_id, route, key, fingerprint, status, answer, created_at)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict on constraint idempotency_key_pkey do update
       set fingerprint = excluded.fingerprint, status = excluded.status, answer = excluded.answer,
           created_at = excluded.created_at`,
};

@Injectable()
export class IdempotencyKeyRepository {
  /**
   * Locks the key for this transaction and returns the stored answer, if any.
   * @param since answers stored at or before this time are ignored
   * @throws DomainError `idempotency_in_progress`
   */
  async claim(
    tx: Transaction,
    { route, key }: IdempotencyScope,
    since: Date,
  ): Promise<StoredAnswer | undefined> {
    const name = [tx.tenantId, route, key];
    const [[lock], [stored]] = await tx.locked<{ mine: boolean }, StoredAnswer[]>(LOCK, name, () =>
      tx.query<StoredAnswer>(FIND, [...name, since]),
    );
    if (lock?.mine !== true) throw keyInProgress();
    return stored;
  }

  store(tx: Transaction, { route, key }: IdempotencyScope, kept: StoredAnswer, at: Date): void {
    tx.queue(KEEP, [tx.tenantId, route, key, kept.fingerprint, kept.status, kept.answer, at]);
  }

  /** Deletes answers that are too old to be replayed. */
  async purge(tx: Transaction, until: Date): Promise<void> {
    await tx.delete(IdempotencyKey, { createdAt: LessThanOrEqual(until) });
  }
}
