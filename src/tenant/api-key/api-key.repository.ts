import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, Or } from 'typeorm';
import type { Transaction } from '../../core/database/transaction.js';
import { TenantRepository } from '../tenant.repository.js';
import { ApiKey } from './api-key.entity.js';

const MINUTE_MS = 60_000;

@Injectable()
export class ApiKeyRepository {
  constructor(private readonly tenants: TenantRepository) {}

  insert(tx: Transaction, key: Omit<ApiKey, 'tenantId'>): void {
    tx.insert(ApiKey, key);
  }

  /** Counts the keys without an expiry. No other transaction can create a key before this one ends. */
  lockAndCount(tx: Transaction): Promise<number> {
    this.tenants.lock(tx);
    return tx.count(ApiKey, { revokedAt: IsNull(), expiresAt: IsNull() });
  }

  byId(tx: Transaction, id: string): Promise<ApiKey | undefined> {
    return tx.findOne(ApiKey, { id });
  }

  /**
   * Sets the expiry of a key, once: of two concurrent rotations, one succeeds.
   * @returns false if the key is revoked or already has an expiry
   */
  async expire(tx: Transaction, id: string, expiresAt: Date): Promise<boolean> {
    return (await tx.update(ApiKey, { id, revokedAt: IsNull(), expiresAt: IsNull() }, { expiresAt })) === 1;
  }

  /** Revokes a key. @returns false if it is already revoked or does not exist */
  async revoke(tx: Transaction, id: string, revokedAt: Date): Promise<boolean> {
    return (await tx.update(ApiKey, { id, revokedAt: IsNull() }, { revokedAt })) === 1;
  }

  /** Records the use of a key, unless any process has recorded one within the last minute. */
  async touch(tx: Transaction, id: string, lastUsedAt: Date): Promise<void> {
    const minuteBefore = new Date(lastUsedAt.getTime() - MINUTE_MS);
    await tx.update(ApiKey, { id, lastUsedAt: Or(IsNull(), LessThanOrEqual(minuteBefore)) }, { lastUsedAt });
  }
}
