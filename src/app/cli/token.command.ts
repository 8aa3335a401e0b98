import { authOptions } from '../../core/auth/auth-options.js';
import { TokenIssuerService, type TokenSubject } from '../../core/auth/token-issuer.service.js';
import { env, SettingsError } from '../../common/env.js';
import { ConnectionScheduler } from '../../core/database/connection-scheduler.js';
import { PlatformData } from '../../core/database/platform-data.js';
import { poolSizeOf } from '../../core/database/pool.js';
import { TenantLists } from '../../core/database/tenant-lists.js';
import { TenantReader } from '../../core/database/tenant-reader.js';
import { CustomerQuery } from '../../customer/customer.query.js';
import { TenantDirectoryService } from '../../tenant/tenant-directory.service.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { TenantQuery } from '../../tenant/tenant.query.js';
import { openData } from '../open-data.js';
import { type Arguments, type Command, readArguments, required, UsageError } from './command.js';

const TTL = /^[1-9]\d{0,5}[smhd]$/;

export const tokenCommand: Command = {
  usage: `npm run token -- platform [--ttl 1h]
npm run token -- admin --tenant acme-waste [--user usr_cli] [--ttl 1h]
npm run token -- customer --tenant acme-waste --email john@example.com [--ttl 1h]
  Prints only a token, signed with the local secret (JWT_SECRET, or the one stored in .data/).
  --ttl is a number with s, m, h or d; the default is 12h.
  For a shell variable: TOKEN=$(npm run --silent token -- platform)`,

  async run(args) {
    const { words, options } = readArguments(args, ['tenant', 'user', 'email', 'ttl']);
    const ttl = options.get('ttl') ?? '12h';
    if (!TTL.test(ttl)) throw new UsageError('--ttl must be a duration such as 30m, 1h or 7d.');
    const issuer = new TokenIssuerService(authOptions(env()));
    return issuer.issue(await subjectOf(words, options), ttl);
  },
};

function subjectOf(
  words: Arguments['words'],
  options: Arguments['options'],
): TokenSubject | Promise<TokenSubject> {
  switch (words.join(' ')) {
    case 'platform':
      return { audience: 'platform', subject: 'cli' };
    case 'admin':
      return adminOf(required(options, 'tenant'), options.get('user') ?? 'usr_cli');
    case 'customer':
      return customerOf(required(options, 'tenant'), required(options, 'email'));
    default:
      throw new UsageError('The subject must be one of: platform, admin, customer.');
  }
}

const adminOf = (slug: string, subject: string): Promise<TokenSubject> =>
  withData(async ({ tenants }) => {
    const tenant = await tenantOf(tenants, slug);
    return { audience: 'tenant-admin', subject, tenantId: tenant.id };
  });

const customerOf = (slug: string, email: string): Promise<TokenSubject> =>
  withData(async ({ tenants, customers }) => {
    const tenant = await tenantOf(tenants, slug);
    const id = await customers.idOfEmail(tenant.id, email);
    if (id === undefined) throw new SettingsError(`No customer of ${slug} has the e-mail address ${email}.`);
    return { audience: 'customer', subject: id, tenantId: tenant.id };
  });

interface Data {
  readonly tenants: TenantDirectoryService;
  readonly customers: CustomerQuery;
}

/** Runs `work` with the two readers only. Loading the rest of the service takes many times longer than the reads. */
async function withData<T>(work: (data: Data) => Promise<T>): Promise<T> {
  const { dataSource, close } = await openData(env(), []);
  try {
    const connections = new ConnectionScheduler(poolSizeOf(dataSource));
    const reader = new TenantReader(dataSource, connections);
    return await work({
      tenants: new TenantDirectoryService(new TenantQuery(new PlatformData(dataSource, connections))),
      customers: new CustomerQuery(reader, new TenantLists(reader)),
    });
  } finally {
    await close();
  }
}

async function tenantOf(tenants: TenantDirectoryService, slug: string): Promise<Tenant> {
  const tenant = await tenants.activeBySlug(slug);
  if (tenant === undefined) throw new SettingsError(`No active tenant has the slug ${slug}.`);
  return tenant;
}
