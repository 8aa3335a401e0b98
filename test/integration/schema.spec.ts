import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { connect } from '../../src/core/database/data-source.js';
import { migrate } from '../../src/core/database/migrate.js';
import { MIGRATIONS, MIGRATIONS_TABLE } from '../../src/core/database/migrations/migrations.js';
import { ENTITIES } from '../../src/app/entities.js';
import { TestDatabase } from '../support/database.js';
import { atOnce } from '../support/factories.js';

interface Column {
  name: string;
  type: string;
  nullable: boolean;
}

describe('the entities', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await TestDatabase.clone();
    dataSource = await connect(database.service, ENTITIES, 1);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('map every table, and no table twice', async () => {
    const tables = await database.sql<{ name: string }>(
      `select table_name as name from information_schema.tables
        where table_schema = 'public' and table_name <> $1 order by table_name collate "C"`,
      [MIGRATIONS_TABLE],
    );
    const mapped = dataSource.entityMetadatas.map(({ tableName }) => tableName);
    expect(mapped.toSorted()).toEqual(tables.map(({ name }) => name));
  });

  it.each(ENTITIES.map((entity) => [entity.name, entity] as const))(
    'map %s to its columns as they are, and leave none out',
    async (_, entity) => {
      const { tableName, columns } = dataSource.getMetadata(entity);
      const mapped = columns.map((column) => ({
        name: column.databaseName,
        type: `${dataSource.driver.normalizeType(column)}${column.isArray ? '[]' : ''}`,
        nullable: column.isNullable,
      }));
      const actual = await database.sql<Column>(
        `select column_name as name, coalesce(element.data_type || '[]', c.data_type) as type, is_nullable = 'YES' as nullable
           from information_schema.columns c
           left join information_schema.element_types element
             on element.object_schema = c.table_schema and element.object_name = c.table_name
            and element.collection_type_identifier = c.dtd_identifier
          where c.table_schema = 'public' and c.table_name = $1`,
        [tableName],
      );
      const byName = (a: Column, b: Column): number => (a.name < b.name ? -1 : 1);
      expect(mapped.toSorted(byName)).toEqual(actual.toSorted(byName));
    },
  );

  it.each(ENTITIES.map((entity) => [entity.name, entity] as const))(
    'know the primary key of %s, in its order',
    async (_, entity) => {
      const { tableName, primaryColumns } = dataSource.getMetadata(entity);
      const actual = await database.sql<{ name: string }>(
        `select a.attname as name
           from pg_constraint k, unnest(k.conkey) with ordinality as key (attnum, position)
           join pg_attribute a on a.attrelid = $1::regclass and a.attnum = key.attnum
          where k.conrelid = $1::regclass and k.contype = 'p' order by key.position`,
        [tableName],
      );
      expect(primaryColumns.map(({ databaseName }) => databaseName)).toEqual(actual.map(({ name }) => name));
    },
  );
});

describe('the migrations', () => {
  let empty: TestDatabase;
  beforeEach(async () => (empty = await TestDatabase.clone('template0')));
  afterEach(() => empty.drop());

  const names = MIGRATIONS.map(({ name }) => name);
  const recorded = async (): Promise<string[]> =>
    (await empty.sql<{ name: string }>(`select name from ${MIGRATIONS_TABLE} order by id`)).map(
      ({ name }) => name,
    );

  it('run once each when twenty processes migrate one empty database', async () => {
    const ran = await atOnce(20, () => migrate(empty.owner));
    expect(ran.flat()).toEqual(names);
    expect(await recorded()).toEqual(names);
  });

  it('do nothing the second time', async () => {
    expect(await migrate(empty.owner)).toEqual(names);
    expect(await migrate(empty.owner)).toEqual([]);
    expect(await recorded()).toEqual(names);
  });

  it('are named so that their order is that of their times', () => {
    const times = names.map((name) => Number(/\d{13}$/.exec(name)?.[0]));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(new Set(times).size).toBe(times.length);
  });

  it('leave nothing behind when they fail half way', async () => {
    const said = jest.spyOn(console, 'log').mockReturnValue();
    await empty.sql('create table outbox_event (in_the_way integer)');
    await expect(migrate(empty.owner)).rejects.toThrow('relation "outbox_event" already exists');
    expect(await empty.count(`pg_class where relname in ('tenant', 'customer')`)).toBe(0);
    await empty.sql('drop table outbox_event');
    said.mockRestore();
    expect(await migrate(empty.owner)).toEqual(names);
  });
});

describe('the source', () => {
  const withoutComments = (text: string): string => text.replace(/\/\*[^]*?\*\/|\/\/ .*$/gm, '');
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => ({ file, text: withoutComments(readFileSync(path.join('src', file), 'utf8')) }));
  const filesWith = (pattern: RegExp): string[] =>
    sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

  it('sets the tenant by `set local` as a literal, and in one place', () => {
    expect(filesWith(/app\.tenant_id\s*=|app\.tenant_id\s+to\b/i)).toEqual(['core/database/tenant-scope.ts']);
    const statements = sources.flatMap(({ text }) => text.match(/\bset local\b[^`;]*/gi) ?? []);
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.filter((statement) => !/^set local [a-z_.]+ = '[^']+'$/.test(statement))).toEqual([]);
  });

  it('keeps no state in a session: no set_config, no setting or lock that outlives a transaction', () => {
    expect(filesWith(/\bset_config\b/i)).toEqual([]);
    expect(filesWith(/\bset (session|app\.)|\b(listen|prepare) [a-z_]+;?['`]/i)).toEqual([]);
    expect(filesWith(/\bpg_(try_)?advisory_lock\b/i)).toEqual(['core/database/migrate.ts']);
  });

  it('synchronizes nothing from entities', () => {
    expect(filesWith(/synchronize:\s*true|\.synchronize\(/)).toEqual([]);
  });
});
