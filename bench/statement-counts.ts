import type { Action, ActionName } from './actions.js';
import type { BenchDatabase } from './bench-database.js';
import type { Ending } from './ending.js';
import { callOnce } from './load.js';
import { ServerProcess } from './server-process.js';
import { serviceProgram } from './service-program.js';

const BATCHES = 3;
const CALLS = 20;

/**
 * Counts the exact number of statements per request, on a service of its own. The service reads a tenant again every few
 * seconds, which can only add to a batch: the lowest of three counts is right.
 */
export async function statementCounts(
  database: BenchDatabase,
  actions: readonly Action[],
  ending: Ending,
): Promise<Map<ActionName, number>> {
  await database.countStatements(true);
  const service = await ServerProcess.start(serviceProgram(database), ending);
  const counts = new Map<ActionName, number>();
  for (const { name, next } of actions) {
    const batch = async (): Promise<void> => {
      for (let call = 0; call < CALLS; call++) await callOnce(service.port, next());
    };
    await batch(); // opens the connections and caches the tenant
    const counted: number[] = [];
    for (let index = 0; index < BATCHES; index++) counted.push(await database.statementsDuring(batch));
    counts.set(name, Math.min(...counted) / CALLS);
  }
  await service.stop();
  await database.countStatements(false);
  return counts;
}
