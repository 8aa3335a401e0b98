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

/** A server that a test may crash and start again; it keeps what it acknowledged, as in production. */
export class OwnPostgres {
  private constructor(
    private readonly folder: string,
    private readonly starter: ChildProcessWithoutNullStreams,
    private readonly host: string,
  ) {}

  /** @param hba who may come in, and how, as in pg_hba.conf; everybody if it is not given */
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

  /** Ends the server at once, as a power cut would: no session is told, nothing is written that was not. */
  async crash(): Promise<void> {
    const [row] = await this.sql<{ pid: number }>(
      `select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)::int as pid`,
    );
    if (row === undefined) throw new Error('The server does not know itself.');
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

  /** As an address, for a process of its own. */
  urlAs(role: string, password = '', database = 'postgres'): string {
    return `postgres://${role}:${password}@localhost/${database}?host=${encodeURIComponent(this.host)}`;
  }

  /** Rows as the superuser sees them, by a connection of its own. */
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
