import { setTimeout as sleep } from 'node:timers/promises';
import { AsyncContext } from './async-context.js';

describe('AsyncContext', () => {
  const context = new AsyncContext<string>();
  const later = async (): Promise<string | undefined> => {
    await sleep(5);
    return context.value;
  };

  it('provides the value to everything that the work calls, and to nothing else', async () => {
    const other = later();
    expect(await context.run('a', later)).toBe('a');
    expect([await other, context.value]).toEqual([undefined, undefined]);
  });

  it('keeps concurrent values apart, whichever ends first', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `work ${index}`);
    const seen = await Promise.all(
      names.map((name, index) =>
        context.run(name, async () => {
          await sleep(index % 7);
          return [context.value, await later()];
        }),
      ),
    );
    expect(seen).toEqual(names.map((name) => [name, name]));
  });

  it('ends with the last run, also for work that was not awaited', async () => {
    let late: Promise<string | undefined> | undefined;
    await context.run('a', () => {
      late = sleep(20).then(() => context.value);
      return Promise.resolve();
    });
    expect(await late).toBeUndefined();
  });

  it('can be used again, and be exited', async () => {
    expect(await context.run('b', later)).toBe('b');
    const exited = async (): Promise<unknown[]> => ['exited', await later()];
    expect(await context.run('c', () => context.exit(exited))).toEqual(['exited', undefined]);
  });

  it('ends when the work fails', async () => {
    await expect(context.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await later()).toBeUndefined();
  });
});
