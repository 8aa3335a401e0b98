import { authOptions } from '../../core/auth/auth-options.js';
import { TokenIssuerService, type TokenSubject } from '../../core/auth/token-issuer.service.js';
import { env, SettingsError } from '../../common/env.js';
import { CustomerQuery } from '../../customer/customer.query.js';
import { TenantDirectoryService } from '../../tenant/tenant-directory.service.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { type Arguments, type Command, readArguments, required, UsageError } from './command.js';
import { withService } from './with-service.js';

const TTL = /^[1-9]\d{0,5}[smhd]$/;

export const tokenCommand: Command = {
  usage: `npm run token -- platform [--ttl 1h]
npm run token -- admin --tenant acme-waste [--user usr_cli] [--ttl 1h]
npm run token -- customer --tenant acme-waste --email john@example.com [--ttl 1h]
  Prints a token signed with the local secret (JWT_SECRET, or the one kept in .data/), and nothing else.
  --ttl is a number and s, m, h or d; 12h if it is not given.
  For a shell variable: TOKEN=$(npm run --silent token -- platform)`,

  async run(args) {
    const { words, options } = readArguments(args, ['tenant', 'user', 'email', 'ttl']);
    const ttl = options.get('ttl') ?? '12h';
    if (!TTL.test(ttl)) throw new UsageError('--ttl must be a span such as 30m, 1h or 7d.');
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
      throw new UsageError('A token is for one of: platform, admin, customer.');
  }
}

const adminOf = (slug: string, subject: string): Promise<TokenSubject> =>
  withService(async (app) => {
    const tenant = await tenantOf(app.get(TenantDirectoryService), slug);
    return { audience: 'tenant-admin', subject, tenantId: tenant.id };
  });

const customerOf = (slug: string, email: string): Promise<TokenSubject> =>
  withService(async (app) => {
    const tenant = await tenantOf(app.get(TenantDirectoryService), slug);
    const id = await app.get(CustomerQuery).idOfEmail(tenant.id, email);
    if (id === undefined) throw new SettingsError(`No customer of ${slug} has the e-mail address ${email}.`);
    return { audience: 'customer', subject: id, tenantId: tenant.id };
  });

async function tenantOf(tenants: TenantDirectoryService, slug: string): Promise<Tenant> {
  const tenant = await tenants.activeBySlug(slug);
  if (tenant === undefined) throw new SettingsError(`No active tenant has the slug ${slug}.`);
  return tenant;
}
