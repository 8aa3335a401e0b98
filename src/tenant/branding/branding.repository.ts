import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../core/database/transaction.js';

/** Locks the tenant, because the branding has no row before the first save. */
const LOCK = { name: 'branding_lock', text: 'select from tenant where id = $1 for no key update' };

const SAVE = {
  name: 'branding_save',
  text: `
    insert into tenant_branding (tenant_id, color, updated_at) values ($1, $2, $3)
    on conflict (tenant_id) do update set color = excluded.color, updated_at = excluded.updated_at`,
};

@Injectable()
export class BrandingRepository {
  /** Blocks other saves of the branding until the transaction ends. */
  lock(tx: Transaction): void {
    tx.queue(LOCK, [tx.tenantId]);
  }

  save(tx: Transaction, color: string, at: Date): void {
    tx.queue(SAVE, [tx.tenantId, color, at]);
  }
}
