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

  /** Counts the keys that have no end yet. Nobody else makes one before the transaction ends. */
  lockAndCount(tx: Transaction): Promise<number> {
    this.tenants.lock(tx);
    return tx.count(ApiKey, { revokedAt: IsNull(), expiresAt: IsNull() });
  }

  byId(tx: Transaction, id: string): Promise<ApiKey | undefined> {
    return tx.findOne(ApiKey, { id });
  }

  /** Gives a key its end, once: of two who rotate it at the same moment one succeeds. @returns false when it has one already */
  async expire(tx: Transaction, id: string, expiresAt: Date): Promise<boolean> {
    return (await tx.update(ApiKey, { id, revokedAt: IsNull(), expiresAt: IsNull() }, { expiresAt })) === 1;
  }

  /** Revokes a key, once. @returns false when it had been revoked before, or does not exist */
  async revoke(tx: Transaction, id: string, revokedAt: Date): Promise<boolean> {
    return (await tx.update(ApiKey, { id, revokedAt: IsNull() }, { revokedAt })) === 1;
  }

  /** Notes that a key was used, unless that was noted within the last minute, by whatever process. */
  async touch(tx: Transaction, id: string, lastUsedAt: Date): Promise<void> {
    const minuteBefore = new Date(lastUsedAt.getTime() - MINUTE_MS);
    await tx.update(ApiKey, { id, lastUsedAt: Or(IsNull(), LessThanOrEqual(minuteBefore)) }, { lastUsedAt });
  }
}
