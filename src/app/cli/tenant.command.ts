import { validationPipe } from '../../core/http/validation.js';
import { CreateTenantRequest } from '../../tenant/tenant.dto.js';
import { TenantService } from '../../tenant/tenant.service.js';
import { type Command, readArguments, required, UsageError } from './command.js';
import { withService } from './with-service.js';

export const tenantCommand: Command = {
  usage: `npm run tenant -- create --slug acme-waste --name "Acme Waste" [--currency USD]
  Creates a tenant and prints it as JSON.`,

  async run(args) {
    const { words, options } = readArguments(args, ['slug', 'name', 'currency']);
    if (words.join(' ') !== 'create') throw new UsageError('The only subcommand is: create.');
    const input = {
      slug: required(options, 'slug'),
      name: required(options, 'name'),
      currency: options.get('currency'),
    };
    const request = (await validationPipe().transform(input, {
      type: 'body',
      metatype: CreateTenantRequest,
    })) as CreateTenantRequest;
    return withService(async (app) => JSON.stringify(await app.get(TenantService).create(request), null, 2));
  },
};
