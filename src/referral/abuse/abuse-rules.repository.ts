import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../core/database/transaction.js';
import { AbuseRules } from './abuse-rules.entity.js';
import type { AbuseSettings } from './abuse-rules.js';

@Injectable()
export class AbuseRulesRepository {
  /** Saves settings as a new version, and returns its number. The caller must have locked the tenant. */
  async save(tx: Transaction, settings: AbuseSettings, updatedBy: string, updatedAt: Date): Promise<number> {
    const last = await tx.findOne(AbuseRules, {});
    const version = (last?.version ?? 0) + 1;
    await tx.upsert(AbuseRules, { ...settings, version, updatedBy, updatedAt });
    return version;
  }
}
