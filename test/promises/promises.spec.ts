import fc from 'fast-check';
import { randomInt } from 'node:crypto';
import { childEnv } from '../../src/common/env.js';
import { TestApp } from '../support/app.js';
import { Stage } from './history.js';
import { type Plan, PLAN } from './plan.js';
import { play } from './play.js';

/** `npm run test:promises -- 20000 --seed 7 --path 3:0` sets these; see scripts/test-promises.mjs. */
const { PROMISES_HISTORIES, PROMISES_SEED = String(randomInt(2 ** 30)), PROMISES_PATH } = childEnv();
const SEED = Number(PROMISES_SEED);
const HISTORIES = Number(PROMISES_HISTORIES ?? Number.MAX_SAFE_INTEGER);
/** As long as it may take in CI. A number of histories that was asked for takes as long as it takes. */
const EXPLORE_MS = PROMISES_HISTORIES === undefined ? 60_000 : 24 * 3_600_000;
const SHRINK_MS = 120_000;
/** How many histories go on at once. They share one service; each has a tenant and a clock of its own. */
const LANES = 4;
/** How many histories have a seed together. */
const BATCH = 50;

type Found = fc.RunDetails<[Plan]>;

describe(`random histories (seed ${SEED})`, () => {
  let app: TestApp;
  let stage: Stage;
  let played = 0;
  const property = fc.asyncProperty(PLAN, async (plan) => {
    played++;
    await play(stage, plan);
  });

  beforeAll(async () => {
    app = await TestApp.start();
    stage = new Stage(app);
  });
  afterAll(() => app.stop());

  /** Plays histories in all lanes until the time or the number is over, or something is not as it was said. */
  async function explore(): Promise<Found | undefined> {
    const end = performance.now() + EXPLORE_MS;
    let left = HISTORIES;
    let seed = SEED;
    let found: Found | undefined;
    const lane = async (): Promise<void> => {
      while (found === undefined && left > 0 && performance.now() < end) {
        const numRuns = Math.min(BATCH, left);
        left -= numRuns;
        const batch = await fc.check(property, {
          ...{ seed: seed++, numRuns, endOnFailure: true },
          ...{ interruptAfterTimeLimit: end - performance.now(), markInterruptAsFailure: false },
        });
        if (batch.failed) found ??= batch;
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return found;
  }

  /** Looks for the shortest history that shows the same, or plays one again. */
  const shrink = (seed: number, path: string): Promise<Found> =>
    fc.check(property, { seed, path, interruptAfterTimeLimit: SHRINK_MS });

  it(
    'are told what then happens, by every answer',
    async () => {
      const started = performance.now();
      const found = PROMISES_PATH === undefined ? await explore() : await shrink(SEED, PROMISES_PATH);
      const perMinute = (played / (performance.now() - started)) * 60_000;
      process.stderr.write(`\n${played} histories, ${Math.round(perMinute)} a minute, seed ${SEED}\n`);
      expectAgreement(found?.failed === true ? await shrink(found.seed, pathOf(found)) : found);
    },
    EXPLORE_MS + SHRINK_MS + 30_000,
  );
});

const pathOf = ({ counterexamplePath }: Found): string => counterexamplePath ?? '0';

/** Fails with the disagreement and its history, and says how to play it again. */
function expectAgreement(found: Found | undefined): void {
  if (found?.failed !== true) return;
  const { errorInstance: error } = found;
  const what = error instanceof Error ? error.message : String(error);
  throw new Error(`${what}\n\nnpm run test:promises -- --seed ${found.seed} --path ${pathOf(found)}`);
}
