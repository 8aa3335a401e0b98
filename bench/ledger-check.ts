import { createDataSource, initializeDataSource } from '../src/core/database/data-source.js';
import { ConnectionScheduler } from '../src/core/database/connection-scheduler.js';
import { TenantReader } from '../src/core/database/tenant-reader.js';
import { LedgerQuery } from '../src/reward/ledger/ledger.query.js';
import { LedgerService } from '../src/reward/ledger/ledger.service.js';

/**
 * Verifies the ledger after many concurrent writes to the same accounts, as the product does.
 * @throws Error with the first entry that fails
 */
export async function requireSoundLedger(url: string, tenantId: string): Promise<void> {
  const dataSource = await initializeDataSource(createDataSource({ url }, [], 1));
  try {
    const { first_failure } = await new LedgerService(
      new LedgerQuery(new TenantReader(dataSource, new ConnectionScheduler(1))),
    ).verify(tenantId);
    if (first_failure !== null) throw new Error(`The ledger is broken: ${JSON.stringify(first_failure)}`);
  } finally {
    await dataSource.destroy();
  }
}
