import type { SummaryAnswer } from '../src/reports/analytics/summary.dto.js';
import { TokenIssuerService } from '../src/core/auth/token-issuer.service.js';
import { reckon, requireRight } from './analytics-check.js';
import { ASKED, fillForSummary, SINCE, UNTIL } from './analytics-seed.js';
import { BenchDatabase } from './bench-database.js';
import { Ending } from './ending.js';
import { ServerProcess } from './server-process.js';
import { AUTH, serviceProgram } from './service-program.js';
import { median, quantile } from './statistics.js';

const CALLS = 20;

const PERIODS: [name: string, query: Record<string, string>][] = [
  ['90 days, by day', {}],
  ['a year, by week', { from: '2025-11-22T12:00:00.000Z', to: UNTIL, interval: 'week' }],
  ['three years, by month', { from: SINCE, to: UNTIL, interval: 'month' }],
  ['three years, by week', { from: SINCE, to: UNTIL, interval: 'week' }],
];

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Runs `npm run bench -- summary`: a tenant with a million referrals, each figure compared with plain SQL, and the times. */
async function bench(ending: Ending): Promise<void> {
  const database = await BenchDatabase.start(ending);
  await fillForSummary(database.client, say);
  const service = await ServerProcess.start(serviceProgram(database), ending);
  const token = new TokenIssuerService(AUTH).issue({
    audience: 'tenant-admin',
    subject: 'usr_b',
    tenantId: ASKED,
  });
  const ask = async (query: Record<string, string>): Promise<SummaryAnswer> => {
    const path = `/api/analytics/summary?${new URLSearchParams(query).toString()}`;
    const reply = await fetch(`http://127.0.0.1:${service.port}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (reply.status !== 200)
      throw new Error(`The summary was answered with ${reply.status}: ${await reply.text()}`);
    return (await reply.json()) as SummaryAnswer;
  };
  await reckon(database.client, new Date().toISOString());
  say(`PostgreSQL ${await database.version()}; milliseconds over HTTP, ${CALLS} calls one after the other`);
  for (const [name, query] of PERIODS) {
    const answer = await ask(query);
    await requireRight(database.client, answer);
    const times: number[] = [];
    for (let call = 0; call < CALLS; call++) {
      const started = performance.now();
      await ask(query);
      times.push(performance.now() - started);
    }
    const shown = [Math.min(...times), median(times), quantile(times, 0.95)].map((ms) => ms.toFixed(0));
    say(
      `${name}: ${answer.funnel.enrolled} referrals, right to the unit; least ${shown[0]}, median ${shown[1]}, 95 % ${shown[2]}`,
    );
  }
}

const ending = new Ending();
bench(ending)
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  })
  .finally(() => ending.run());
