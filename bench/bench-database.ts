import { Client } from 'pg';
import { DATA_FOLDER } from '../src/common/env.js';
import { SERVICE_ROLE } from '../src/core/database/tenant-scope.js';
import { startEmbeddedPostgres } from '../src/core/database/embedded/embedded-postgres.js';
import { migrate } from '../src/core/database/migrate.js';
import type { Ending } from './ending.js';
import { childrenOf, parentOf } from './processes.js';

const DATABASE = 'referrals_bench';

/**
 * Commits reach the disk, as in production, but no checkpoint or vacuum runs in the background: it would be counted for
 * whichever server is measured at the time.
 */
const SETTINGS = {
  shared_preload_libraries: 'pg_stat_statements',
  shared_buffers: '256MB',
  autovacuum: 'off',
  checkpoint_timeout: '1h',
  max_wal_size: '4GB',
};

/** A new, migrated database on a PostgreSQL server of its own. */
export class BenchDatabase {
  private constructor(
    private readonly socketFolder: string,
    readonly client: Client,
    private readonly postmaster: number,
  ) {}

  static async start(ending: Ending): Promise<BenchDatabase> {
    const server = await startEmbeddedPostgres(`${DATA_FOLDER}/bench-postgres`, SETTINGS);
    ending.add(() => {
      server.stop();
    });
    const host = server.socketFolder;
    const root = new Client({ host, user: 'postgres', database: 'postgres' });
    await root.connect();
    await root.query(`drop database if exists ${DATABASE} with (force)`);
    await root.query(`create database ${DATABASE}`);
    await root.end();
    await migrate({ host, username: 'postgres', database: DATABASE });
    const client = new Client({ host, user: 'postgres', database: DATABASE });
    await client.connect();
    ending.add(() => client.end());
    await client.query('create extension pg_stat_statements');
    return new BenchDatabase(host, client, await postmasterOf(client));
  }

  urlAs(role: string): string {
    return `postgres://${role}@localhost/${DATABASE}?host=${encodeURIComponent(this.socketFolder)}`;
  }

  async version(): Promise<string> {
    const { rows } = await this.client.query<{ server_version: string }>('show server_version');
    return rows[0]?.server_version ?? '';
  }

  /** Returns every server process that can work for a client: the backends and the background writers. */
  processes(): number[] {
    return childrenOf(this.postmaster);
  }

  /**
   * Turns the counting of statements on or off. Counting costs CPU, so it is off while CPU is measured. It sees only
   * statements that were prepared while it was on.
   */
  async countStatements(on: boolean): Promise<void> {
    await this.client.query(`alter system set pg_stat_statements.track = '${on ? 'top' : 'none'}'`);
    await this.client.query(`alter system set compute_query_id = '${on ? 'on' : 'off'}'`);
    await this.client.query('select pg_reload_conf()');
  }

  /** Counts the service's statements while `work` runs, as PostgreSQL does: begin, set and commit are one each. */
  async statementsDuring(work: () => Promise<void>): Promise<number> {
    await this.client.query('select pg_stat_statements_reset()');
    await work();
    const { rows } = await this.client.query<{ calls: number }>(
      `select coalesce(sum(calls), 0)::int as calls
         from pg_stat_statements join pg_roles on pg_roles.oid = userid
        where rolname = $1`,
      [SERVICE_ROLE],
    );
    return rows[0]?.calls ?? 0;
  }
}

async function postmasterOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const postmaster = parentOf(rows[0]?.pid ?? 0);
  if (postmaster === undefined) throw new Error('The postmaster of PostgreSQL was not found.');
  return postmaster;
}
