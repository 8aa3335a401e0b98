import { writeFileSync } from 'node:fs';
import { AppModule } from '../../app.module.js';
import { DataKey } from '../../common/data-key.js';
import { createLogger } from '../../core/logger.js';
import { createApp } from '../configure-app.js';
import { createDataSource } from '../../core/database/data-source.js';
import { ENTITIES } from '../entities.js';
import { describeApi } from '../openapi.js';
import { type Command, readArguments } from './command.js';

export const openapiCommand: Command = {
  usage: `npm run openapi [-- FILE]
  Writes the OpenAPI 3.1 description of every route to FILE, by default openapi.json. Needs no database.`,

  async run(args) {
    const [file = 'openapi.json'] = readArguments(args, []).words;
    const nowhere = createDataSource({ url: 'postgres://nowhere' }, ENTITIES, 1);
    const auth = { secret: 'nothing is signed with this, or checked', issuer: 'referrals' };
    const dataKey = new DataKey(auth.secret);
    const root = AppModule.register({
      dataSource: nowhere,
      auth,
      publicUrl: 'http://localhost:3000',
      dataKey,
      rateLimits: { public: 0, tenant: 0 },
      webhooks: { allow: [], retrySeconds: [], timeoutMs: 0 },
      pages: { webRoot: '', embedOrigins: [], returnOrigins: [] },
    });
    const app = await createApp(root, createLogger('silent'));
    writeFileSync(file, `${JSON.stringify(describeApi(app), null, 2)}\n`);
    return `Wrote ${file}`;
  },
};
