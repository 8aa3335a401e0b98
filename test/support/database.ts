import { randomBytes } from 'node:crypto';
import { Client, type QueryResultRow } from 'pg';
import { childEnv } from '../../src/common/env.js';
import { type Connection, SERVICE_ROLE } from '../../src/core/database/tenant-scope.js';

/** What `global-setup.mjs` has made ready: the socket of the test server, and a migrated database. */
const host = (): string => childEnv().TEST_SOCKET_FOLDER ?? '';
const migrated = (): string => childEnv().TEST_TEMPLATE ?? '';

async function connected(database: string, user = 'postgres'): Promise<Client> {
  const client = new Client({ host: host(), user, database });
  await client.connect();
  return client;
}

/** A database of a test file's own: a clone of the migrated template, made in some 30 ms. */
export class TestDatabase {
  private digesting: Promise<string> | undefined;

  private constructor(
    readonly name: string,
    private readonly superuser: Client,
  ) {}

  static async clone(template = migrated()): Promise<TestDatabase> {
    const name = migrated().replace('template', randomBytes(6).toString('hex'));
    const root = await connected('postgres');
    await root.query(`create database ${name} template ${template}`);
    await root.end();
    return new TestDatabase(name, await connected(name));
  }

  /** As the unprivileged role of the service. */
  get service(): Connection {
    return this.as(SERVICE_ROLE);
  }

  get owner(): Connection {
    return this.as('postgres');
  }

  /** As an address, for a process of its own. */
  urlAs(role: string): string {
    return `postgres://${role}@localhost/${this.name}?host=${encodeURIComponent(host())}`;
  }

  private as(username: string): Connection {
    return { host: host(), username, database: this.name };
  }

  /** Rows as a superuser sees them: past row-level security. */
  async sql<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    const { rows } = await this.superuser.query<Row>(text, values);
    return rows;
  }

  /** The number that a statement counts. */
  async count(from: string, values: unknown[] = []): Promise<number> {
    const [row] = await this.sql<{ count: number }>(`select count(*)::int as count from ${from}`, values);
    return row?.count ?? 0;
  }

  /**
   * A digest of each table, so that no change of a row goes unseen; but for the counts of traffic, which are written
   * seconds after what was counted. Prepared once: to plan it costs ten times as much as to run it.
   */
  async digests(): Promise<Record<string, string>> {
    this.digesting ??= this.digestOfEach();
    const { rows } = await this.superuser.query<{ name: string; digest: string }>({
      name: 'digests',
      text: await this.digesting,
    });
    return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
  }

  private async digestOfEach(): Promise<string> {
    const tables = await this.sql<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'code_traffic' order by 1`,
    );
    return tables
      .map(
        ({ name }) =>
          `select '${name}' as name,
                  count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as digest
             from "${name}" t`,
      )
      .join(' union all ');
  }

  async drop(): Promise<void> {
    await this.superuser.end();
    const root = await connected('postgres');
    await root.query(`drop database ${this.name} with (force)`);
    await root.end();
  }
}
