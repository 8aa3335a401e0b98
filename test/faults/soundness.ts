import { PARTIAL_ENROLLMENTS } from '../support/partial-enrollments.js';
import { breachesIn } from '../support/ledger-invariants.js';
import { command, type Settings } from '../support/process.js';
import type { Database, Load } from './load.js';

/** Who was not served was told that it is under way, or not now and when to try again; nothing else. */
export function expectRefusalsThatPass({ refusals }: Load): void {
  for (const { status, body, headers } of refusals) {
    expect([status, body.code]).toEqual(
      status === 409 ? [409, 'idempotency_in_progress'] : [503, 'database_unavailable'],
    );
    if (status === 503) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  }
}

/** Whatever had a key was acknowledged in the end. */
export function expectAllKeyedDone({ sent }: Load): void {
  expect(sent.filter(({ key, answer }) => key !== undefined && answer === undefined)).toEqual([]);
}

/**
 * Everything acknowledged is there once, as it was answered; the rest at most once; nothing is half done, and the ledger
 * is whole.
 */
export async function expectNothingLost(load: Load, database: Database, settings: Settings): Promise<void> {
  for (const [{ mark, answer }, effects] of await load.effects(database)) {
    if (answer !== undefined) expect([mark, effects]).toEqual([mark, [{ mark, id: answer.body.id ?? null }]]);
    expect([mark, effects.length > 1]).toEqual([mark, false]);
  }
  for (const [half, from] of PARTIAL_ENROLLMENTS)
    expect([half, await database.sql(`select from ${from}`)]).toEqual([half, []]);
  expect(await breachesIn(database)).toEqual(new Map());
  expect(await command(['ledger', 'verify'], settings)).toMatchObject({ code: 0, signal: null });
}

/** Whatever was done was also answered: nobody was served and hung up on. */
export async function expectNothingUntold(load: Load, database: Database): Promise<void> {
  const untold = (await load.effects(database)).filter(
    ([{ answer }, effects]) => answer === undefined && effects.length > 0,
  );
  expect(untold).toEqual([]);
}
