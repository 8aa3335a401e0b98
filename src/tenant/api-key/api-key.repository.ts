import { Injectable } from '@nestjs/common';
import type { KeyScope } from '../../core/auth/key-scope.js';
import type { Transaction } from '../../core/database/transaction.js';
import { ApiKey } from './api-key.entity.js';

/** Serialises the creation of keys, so that each counts the keys of the other. Reads of the tenant are not blocked. */
const LOCK_TENANT = {
  name: 'api_key_lock_tenant',
  text: `select id from tenant where id = $1 for no key update`,
};

const COUNT_LASTING = {
  name: 'api_key_count_lasting',
  text: `
    select count(*)::int as count
      from api_key
     where tenant_id = $1 and revoked_at is null and expires_at is null`,
};

/** Of two concurrent rotations, only one matches. */
const EXPIRE = {
  name: 'api_key_expire',
  text: `
    update api_key set expires_at = $3
     where tenant_id = $1 and id = $2 and revoked_at is null and expires_at is null
    returning name, scopes`,
};

const REVOKE = {
  name: 'api_key_revoke',
  text: `
    update api_key set revoked_at = $3
     where tenant_id = $1 and id = $2 and revoked_at is null
    returning id`,
};

const EXISTS = {
  name: 'api_key_exists',
  text: `select id from api_key where tenant_id = $1 and id = $2`,
};

/** The condition limits the writes of a busy key to one a minute. */
const TOUCH = {
  name: 'api_key_touch',
  text: `
    update api_key set last_used_at = $3
     where tenant_id = $1 and id = $2
       and (last_used_at is null or last_used_at <= $3::timestamptz - interval '1 minute')`,
};

@Injectable()
export class ApiKeyRepository {
  insert(
    tx: Transaction,
    { scopes, ...key }: Omit<ApiKey, 'tenantId' | 'scopes'> & { scopes: KeyScope[] },
  ): void {
    tx.insert(ApiKey, { ...key, scopes: JSON.stringify(scopes) });
  }

  /** Counts the keys without an end, and blocks others from creating one until the transaction ends. */
  async lockAndCount(tx: Transaction): Promise<number> {
    await tx.query(LOCK_TENANT, [tx.tenantId]);
    const [row] = await tx.query<{ count: number }>(COUNT_LASTING, [tx.tenantId]);
    return row?.count ?? 0;
  }

  /** Sets the end of a key and returns its name and scopes; undefined when it has an end or does not exist. */
  async expire(
    tx: Transaction,
    id: string,
    at: Date,
  ): Promise<{ name: string; scopes: KeyScope[] } | undefined> {
    const [key] = await tx.query<{ name: string; scopes: KeyScope[] }>(EXPIRE, [tx.tenantId, id, at]);
    return key;
  }

  /**
   * Revokes a key.
   * @returns false when it was revoked before or does not exist
   */
  async revoke(tx: Transaction, id: string, at: Date): Promise<boolean> {
    return (await tx.query(REVOKE, [tx.tenantId, id, at])).length === 1;
  }

  async exists(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.query(EXISTS, [tx.tenantId, id])).length === 1;
  }

  /** Records a use of a key unless one was recorded within the last minute. */
  async touch(tx: Transaction, id: string, at: Date): Promise<void> {
    await tx.query(TOUCH, [tx.tenantId, id, at]);
  }
}
