import type { ProblemBody, Reply, TestApp } from '../support/app.js';
import type { TestTenant } from '../support/factories.js';
import { eventually } from '../support/process.js';

/** Of the application's ten connections, how many one tenant takes. */
const MOST_OF_A_TENANT = 8;

/** A statement that takes a lock, and its values. */
type Lock = readonly [statement: string, ...values: unknown[]];
type Calls<T> = () => Promise<T[]>;

/** How many stand at a lock. */
export async function waitingFor({ database }: TestApp): Promise<number> {
  await database.sql('select pg_stat_clear_snapshot()'); // of which a transaction makes one
  return database.count(`pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
}

/**
 * Makes calls really meet: none of them gets past a lock before as many stand at it as have connections.
 * @param lock what all of them need
 * @param calls at least as many as a tenant may have connections
 * @param late calls that begin when those stand at the lock, and come after them
 */
export async function meetingAt<T>(
  app: TestApp,
  [statement, ...values]: Lock,
  calls: Calls<T>,
  late: Calls<T> = () => Promise.resolve([]),
): Promise<T[]> {
  await app.database.sql('begin');
  await app.database.sql(statement, values);
  const answers = [calls()];
  try {
    await eventually(async () => (await waitingFor(app)) === MOST_OF_A_TENANT);
    answers.push(late());
  } finally {
    await app.database.sql('commit');
  }
  return (await Promise.all(answers)).flat();
}

/** All that moves a customer's credit or rewards begins here. */
export const theCustomer = (tenant: TestTenant, id: string): Lock => [
  'select from customer where tenant_id = $1 and id = $2 for update',
  tenant.id,
  id,
];

/** The codes of the refusals among answers. */
export const refusalsOf = (replies: readonly Reply[]): string[] => [
  ...new Set(replies.filter(({ status }) => status >= 400).map(({ body }) => (body as ProblemBody).code)),
];
