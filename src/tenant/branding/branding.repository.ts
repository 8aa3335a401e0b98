import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../core/database/transaction.js';
import { TenantBranding } from './tenant-branding.entity.js';

@Injectable()
export class BrandingRepository {
  save(tx: Transaction, color: string, updatedAt: Date): Promise<void> {
    return tx.upsert(TenantBranding, { color, updatedAt });
  }
}
