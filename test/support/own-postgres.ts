import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { Client, type QueryResultRow } from 'pg';
import type { Connection } from '../../src/core/database/tenant-scope.js';
import { isAlive } from '../../src/core/database/embedded/lock-file.js';
import { eventually } from './process.js';

const STARTER = path.resolve('test/support/postgres-starter.mjs');

/** A PostgreSQL server that a test can crash and restart. It is durable, as in production. */
export class OwnPostgres {
  private constructor(
    private readonly folder: string,
    private readonly starter: ChildProcessWithoutNullStreams,
    private readonly host: string,
  ) {}

  /** Starts a server. @param hba the content of pg_hba.conf. By default all connections are trusted */
  static async start(hba = 'local all all trust'): Promise<OwnPostgres> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'referrals-pg-'));
    chmodSync(folder, 0o755); // the server may run as another user
    const hbaFile = path.join(folder, 'hba.conf');
    writeFileSync(hbaFile, `${hba}\n`, { mode: 0o644 });
    const settings = JSON.stringify({ hba_file: hbaFile });
    const starter = spawn(process.execPath, [STARTER, folder, settings]);
    starter.stderr.pipe(process.stderr);
    return new OwnPostgres(folder, starter, await socketOf(starter));
  }

  async startAgain(): Promise<void> {
    await socketOf(this.starter);
  }

  /** Stops the server at once, like a power failure: sessions are not notified, and nothing more is written. */
  async crash(): Promise<void> {
    const [row] = await this.sql<{ pid: number }>(
      `select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)::int as pid`,
    );
    if (row === undefined) throw new Error('The server did not report its process id.');
    process.kill(row.pid, 'SIGQUIT');
    await eventually(() => !isAlive(row.pid));
  }

  async stop(): Promise<void> {
    this.starter.stdin.end();
    if (this.starter.exitCode === null) await once(this.starter, 'exit');
    rmSync(this.folder, { recursive: true, force: true });
  }

  as(username: string, database = 'postgres'): Connection {
    return { host: this.host, username, database };
  }

  /** Returns the URL of the database, for another process. */
  urlAs(role: string, password = '', database = 'postgres'): string {
    return `postgres://${role}:${password}@localhost/${database}?host=${encodeURIComponent(this.host)}`;
  }

  /** Runs a statement as the superuser, on a new connection. */
  async sql<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new Client({ host: this.host, user: 'postgres', database: 'postgres' });
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }
}

async function socketOf(starter: ChildProcessWithoutNullStreams): Promise<string> {
  starter.stdin.write('start\n');
  const [answer] = (await once(starter.stdout, 'data')) as [Buffer];
  return answer.toString().trim();
}
