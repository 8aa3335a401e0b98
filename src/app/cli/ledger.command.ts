import type { INestApplicationContext } from '@nestjs/common';
import type { LedgerFailure } from '../../reward/ledger/verify-account.js';
import { LedgerService } from '../../reward/ledger/ledger.service.js';
import { TenantDirectoryService } from '../../tenant/tenant-directory.service.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { tenantNotFound } from '../../tenant/tenant.errors.js';
import { TenantQuery } from '../../tenant/tenant.query.js';
import { type Command, CommandFailure, readArguments, UsageError } from './command.js';
import { withService } from './with-service.js';

export const ledgerCommand: Command = {
  usage: `npm run ledger -- verify [--tenant acme-waste]
  Verifies the credit ledger of one tenant or of all: the hash chain, every balance, and the remainder of each grant.
  Exits with status 1 and prints the first entry that fails.`,

  async run(args) {
    const { words, options } = readArguments(args, ['tenant']);
    if (words.join(' ') !== 'verify') throw new UsageError('The only subcommand is: verify.');
    return withService((app) => verify(app, options.get('tenant')));
  },
};

/**
 * Verifies each tenant and reports progress on standard error.
 * @throws CommandFailure at the first failure
 */
async function verify(app: INestApplicationContext, slug: string | undefined): Promise<string> {
  let total = 0;
  let count = 0;
  for await (const tenant of tenantsOf(app, slug)) {
    const { entries, first_failure } = await app.get(LedgerService).verify(tenant.id);
    if (first_failure !== null) throw new CommandFailure(`${tenant.slug}: ${inWords(first_failure)}`);
    process.stderr.write(`${tenant.slug}: ${entries} entries, valid\n`);
    total += entries;
    count += 1;
  }
  return `valid: ${total} entries of ${count} ${count === 1 ? 'tenant' : 'tenants'}`;
}

async function* tenantsOf(app: INestApplicationContext, slug: string | undefined): AsyncGenerator<Tenant> {
  if (slug === undefined) {
    yield* app.get(TenantQuery).all();
    return;
  }
  const tenant = await app.get(TenantDirectoryService).bySlug(slug);
  if (tenant === undefined) throw tenantNotFound();
  yield tenant;
}

const inWords = ({ customer_id, sequence, entry_id, problem }: LedgerFailure): string =>
  entry_id === null
    ? `customer ${customer_id}: ${problem}`
    : `entry ${String(sequence)} (${entry_id}) of customer ${customer_id}: ${problem}`;
