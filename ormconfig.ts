// For TypeORM's own command line, on the compiled file: `npx typeorm -d dist/ormconfig.js query "select 1"`.
// Migrations are written by hand and run by `npm run migrate`.
import 'reflect-metadata';
import type { DataSource } from 'typeorm';
import { env, SettingsError } from './src/common/env.js';
import { createDataSource } from './src/core/database/data-source.js';
import { ENTITIES } from './src/app/entities.js';

const { DATABASE_URL } = env();
if (DATABASE_URL === undefined) throw new SettingsError('DATABASE_URL: TypeORM needs it to be set.');

const dataSource: DataSource = createDataSource({ url: DATABASE_URL }, ENTITIES, 1);
export default dataSource;
