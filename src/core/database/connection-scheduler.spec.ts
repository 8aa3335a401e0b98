import fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConnectionScheduler, type Priority, type Release } from './connection-scheduler.js';

/** So long that no test reaches them, however busy the machine is. */
const PATIENT = { interactive: 60_000, bulk: 60_000, stalled: 60_000 };
const schedulerOf = (size: number, limits = PATIENT): ConnectionScheduler =>
  new ConnectionScheduler(size, limits);

/** Asks for a connection, and notes when it comes. */
function asking(
  scheduler: ConnectionScheduler,
  tenantId: string,
  priority: Priority = 'interactive',
): { readonly tenantId: string; release: Release | undefined; readonly end: Promise<string> } {
  const asked = {
    tenantId,
    release: undefined as Release | undefined,
    end: scheduler.acquire(tenantId, priority).then(
      (release) => {
        asked.release = release;
        return 'granted';
      },
      (error: unknown) => (error as { code: string }).code,
    ),
  };
  return asked;
}

const turn = (): Promise<void> => sleep(0);
const grantedOf = <T extends { release: Release | undefined }>(all: readonly T[]): T[] =>
  all.filter(({ release }) => release !== undefined);

describe('a scheduler of connections', () => {
  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [10, 8],
    [50, 40],
  ])(
    'with %i connections gives a single tenant %i of them, and a second tenant one at once',
    async (size, most) => {
      const scheduler = schedulerOf(size);
      const burst = Array.from({ length: size + 5 }, () => asking(scheduler, 'a'));
      await turn();
      expect(grantedOf(burst)).toHaveLength(most);
      const other = asking(scheduler, 'b');
      await turn();
      expect(other.release !== undefined).toBe(size > 1);
    },
  );

  it('gives no tenant more than half while others wait', async () => {
    const scheduler = schedulerOf(10);
    const [first, second] = ['a', 'b'].map((id) => Array.from({ length: 20 }, () => asking(scheduler, id)));
    await turn();
    expect([grantedOf(first ?? []), grantedOf(second ?? [])].map(({ length }) => length)).toEqual([8, 2]);
    for (const { release } of grantedOf(first ?? []).slice(0, 6)) release?.();
    await turn();
    const held = [first, second].map((all) => grantedOf(all ?? []).length);
    expect([(held[0] ?? 0) - 6, held[1]]).toEqual([5, 5]);
  });

  it('serves waiting tenants in turn, not in order of arrival', async () => {
    const scheduler = schedulerOf(1);
    const holder = asking(scheduler, 'a');
    await turn();
    const order: string[] = [];
    const waiting = ['a', 'a', 'a', 'b', 'c', 'b'].map((id) =>
      scheduler.acquire(id, 'interactive').then((release) => {
        order.push(id);
        release();
      }),
    );
    holder.release?.();
    await Promise.all(waiting);
    expect(order).toEqual(['a', 'b', 'c', 'a', 'b', 'a']);
  });

  it('serves interactive work before bulk work, and gives bulk work a fifth', async () => {
    const scheduler = schedulerOf(10);
    const bulk = ['a', 'b', 'c'].flatMap((id) =>
      Array.from({ length: 4 }, () => asking(scheduler, id, 'bulk')),
    );
    await turn();
    expect(grantedOf(bulk)).toHaveLength(2);
    const people = Array.from({ length: 8 }, (_, index) => asking(scheduler, `t${index}`));
    await turn();
    expect(grantedOf(people)).toHaveLength(8);
    const late = asking(scheduler, 'late');
    grantedOf(bulk)[0]?.release?.();
    await turn();
    expect([late.release === undefined, grantedOf(bulk).length]).toEqual([false, 2]);
  });

  it.each([1, 2, 3, 10])(
    'of %i lets bulk work go on however busy others are, and no tenant takes all of its share',
    async (size) => {
      const scheduler = schedulerOf(size);
      let over = false;
      const busyTenant = async (id: string): Promise<void> => {
        while (!over) {
          const release = await scheduler.acquire(id, 'interactive');
          await turn();
          release();
        }
      };
      const flood = Array.from({ length: 40 }, (_, n) => busyTenant(`t${n % 4}`));
      const stuck = size < 4 ? undefined : asking(scheduler, 'greedy', 'bulk');
      const greedy = size < 4 ? undefined : asking(scheduler, 'greedy', 'bulk');
      for (let times = 0; times < 5; times++) (await scheduler.acquire('quiet', 'bulk'))();
      expect([stuck?.release !== undefined, greedy?.release !== undefined]).toEqual([size >= 4, false]);
      over = true;
      await Promise.all(flood);
      stuck?.release?.();
      await greedy?.end;
    },
  );

  it('refuses work that has waited too long as busy, sooner for a stalled tenant, and recovers', async () => {
    const scheduler = schedulerOf(2, { interactive: 60_000, bulk: 600, stalled: 150 });
    const stuck = asking(scheduler, 'a');
    await turn();
    const stalled = asking(scheduler, 'a');
    const bulk = asking(scheduler, 'a', 'bulk');
    const ended: string[] = [];
    await Promise.all([
      stalled.end.then((end) => ended.push(`stalled ${end}`)),
      bulk.end.then((end) => ended.push(`bulk ${end}`)),
    ]);
    expect(ended).toEqual(['stalled busy', 'bulk busy']);
    stuck.release?.();
    expect(await asking(scheduler, 'a').end).toBe('granted');
  });

  it('lets work of a tenant that is being served wait, but not indefinitely', async () => {
    const scheduler = schedulerOf(1, { interactive: 1500, bulk: 60_000, stalled: 60_000 });
    const [holder, ...waiting] = Array.from({ length: 30 }, () => asking(scheduler, 'a'));
    await turn();
    let current = holder;
    for (let served = 0; served < 8; served++) {
      await sleep(10);
      current?.release?.();
      await turn();
      current = waiting[served];
    }
    const ends = await Promise.all(waiting.map(({ end }) => end));
    expect(ends.slice(0, 5)).toEqual(Array(5).fill('granted'));
    expect(ends.at(-1)).toBe('busy');
  });

  it('refuses work at once when the queue is full', async () => {
    const scheduler = schedulerOf(1, { interactive: 60_000, bulk: 100, stalled: 60_000 });
    const all = Array.from({ length: 52 }, () => asking(scheduler, 'a'));
    await turn();
    expect(await all.at(-1)?.end).toBe('busy');
    expect(await asking(scheduler, 'b', 'bulk').end).toBe('busy'); // behind 51 of another: by time
  });

  it('never grants more than the pool has, and forgets idle tenants, for any sequence of work', async () => {
    const step = fc.record({
      tenant: fc.constantFrom('a', 'b', 'c'),
      priority: fc.constantFrom<Priority>('interactive', 'bulk'),
      releases: fc.nat(3),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.array(step, { maxLength: 60 }),
        async (size, steps) => {
          const scheduler = schedulerOf(size);
          const all: ReturnType<typeof asking>[] = [];
          const held: ReturnType<typeof asking>[] = [];
          const settle = async (): Promise<void> => {
            await turn();
            for (const one of grantedOf(all)) if (!held.includes(one)) held.push(one);
          };
          const done = new Set<object>();
          const open = (): typeof held => held.filter((one) => !done.has(one));
          for (const { tenant, priority, releases } of steps) {
            all.push(asking(scheduler, tenant, priority));
            await settle();
            for (const one of open().slice(0, releases)) {
              done.add(one);
              one.release?.();
            }
            await settle();
            expect(open().length).toBeLessThanOrEqual(size);
          }
          while (open().length > 0) {
            for (const one of open()) {
              done.add(one);
              one.release?.();
            }
            await settle();
          }
          expect(await Promise.all(all.map(({ end }) => end))).toEqual(all.map(() => 'granted'));
          expect(scheduler.isIdle).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
