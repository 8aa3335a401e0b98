import { randomInt } from 'node:crypto';
import { pino } from 'pino';
import { childEnv } from '../../src/common/env.js';
import { TestApp } from '../support/app.js';
import { breachesIn } from '../support/ledger-invariants.js';
import type { Document } from './document.js';
import { Run } from './run.js';
import { Stage } from './stage.js';
import { Wire } from './wire.js';

/** A run is done again by its seed; more runs look further. */
const { FUZZ_SEED = String(randomInt(2 ** 31)), FUZZ_RUNS = '100' } = childEnv();
const AT_LEAST = 5000;
/** It counts what limits a tenant has from its beginning; here they are saved anew all the time. */
const OF_FIXED_LIMITS = 'a limit that was passed, or counts otherwise';

/** Every row of a tenant, and its own. */
async function rowsOf({ database }: TestApp, tenantId: string): Promise<string> {
  const tables = await database.sql<{ name: string; key: string }>(
    `select table_name as name, column_name as key from information_schema.columns
      where table_schema = 'public' and (column_name = 'tenant_id' or table_name = 'tenant' and column_name = 'id')
      order by 1`,
  );
  const rows: object[] = [];
  for (const { name, key } of tables) {
    rows.push(
      await database.sql(`select * from "${name}" t where "${key}" = $1 order by t::text`, [tenantId]),
    );
  }
  return JSON.stringify(rows);
}

describe('every operation of /api/openapi.json', () => {
  let app: TestApp;
  let wire: Wire;
  let stage: Stage;
  let run: Run;
  let before: string;
  const log: string[] = [];

  beforeAll(async () => {
    const logger = pino({ level: 'error' }, { write: (line: string) => log.push(line) });
    app = await TestApp.start({ logger });
    wire = new Wire(app.url);
    stage = await Stage.set(app);
    before = await rowsOf(app, stage.theirs.tenant.id);
    const { body: document } = await app.get<Document>('/api/openapi.json');
    run = new Run(document, stage, wire);
    await run.everyOperation(
      Math.max(Number(FUZZ_RUNS), Math.ceil(AT_LEAST / run.operations.length)),
      Number(FUZZ_SEED),
    );
    await run.otherMethods();
    process.stderr.write(told(run));
  }, 240_000);
  afterAll(async () => {
    wire.close();
    await app.stop();
  });

  it('is asked often enough', () => {
    expect(run.requests).toBeGreaterThanOrEqual(AT_LEAST);
  });

  it('gives no answer that the document does not describe, no 5xx, and never none', () => {
    const found = [...run.findings].map(
      ([what, { count, first }]) => `${what} (${count} times)\n    ${first}`,
    );
    expect({ FUZZ_SEED, found }).toEqual({ FUZZ_SEED, found: [] });
  });

  it('does what it is for, for a request as the document wants it', () => {
    expect({ FUZZ_SEED, neverDone: run.neverDone() }).toEqual({ FUZZ_SEED, neverDone: [] });
  });

  it('leaves the ledger in order', async () => {
    const { body } = await app.get('/api/ledger/verify', stage.callers.good.tenant_admin);
    expect(body).toMatchObject({ valid: true });
    expect([...(await breachesIn(app.database))].filter(([name]) => name !== OF_FIXED_LIMITS)).toEqual([]);
  });

  it("leaves another tenant's rows as they were", async () => {
    expect(await rowsOf(app, stage.theirs.tenant.id)).toBe(before);
  });

  it('logs no error', () => {
    expect(log).toEqual([]);
  });
});

/** For the log of a build: what was seen, and which refusals were never. */
function told(run: Run): string {
  const counts = [...run.statuses]
    .toSorted(([one], [other]) => one - other)
    .map(([status, n]) => `${status}: ${n}`);
  const unseen = run.unseen().map((one) => `  never refused: ${one}\n`);
  return `\nfuzz ${FUZZ_SEED}: ${run.requests} requests of ${run.operations.length} operations; ${counts.join(', ')}\n${unseen.join('')}`;
}
