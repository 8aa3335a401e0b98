import type { TestApp } from '../support/app.js';

/** Where the clock stands while a scene is set. */
export const NOW = new Date('2031-03-10T12:00:00.000Z');
export const SECOND_MS = 1000;
export const DAY_MS = 24 * 60 * 60 * SECOND_MS;
export const later = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);
export const inDays = (days: number): Date => later(days * DAY_MS);

/** Something that changes at a moment, and a look at it, which may leave traces. */
export interface Scene {
  readonly moment: Date;
  readonly look: () => Promise<unknown>;
}

/** What is found a millisecond before a moment, at it, and a millisecond after, each in a scene of its own. */
export async function foundAround(app: TestApp, setScene: () => Promise<Scene>): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const offset of [-1, 0, 1]) {
    app.stopClockAt(NOW);
    const { moment, look } = await setScene();
    app.stopClockAt(new Date(moment.getTime() + offset));
    found.push(await look());
  }
  return found;
}
