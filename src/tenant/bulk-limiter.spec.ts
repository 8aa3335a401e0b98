import { BulkLimiter } from './bulk-limiter.js';

describe('BulkLimiter', () => {
  it('runs three requests of a tenant at once, queues twenty in order, and refuses more as busy', async () => {
    const runs = new BulkLimiter();
    const ended: number[] = [];
    const all = Array.from({ length: 25 }, (_, n) =>
      runs.begin('a').then(
        (end) => () => {
          ended.push(n);
          end();
        },
        (error: unknown) => (error as { code: string }).code,
      ),
    );
    expect(await Promise.all(all.slice(23))).toEqual(['busy', 'busy']);
    for (const run of all.slice(0, 23)) ((await run) as () => void)(); // the fourth only begins when the first has ended
    expect(ended).toEqual(Array.from({ length: 23 }, (_, n) => n));
    expect(runs.isIdle).toBe(true);
  });

  it('ends a run once, however often it is ended', async () => {
    const runs = new BulkLimiter();
    const [first] = await Promise.all([runs.begin('a'), runs.begin('a'), runs.begin('a')]);
    const waiting = [runs.begin('a'), runs.begin('a')].map((run) => run.then(() => 'begun'));
    first();
    first();
    const none = new Promise((resolve) => setTimeout(resolve, 20, 'still waiting'));
    expect(await Promise.all(waiting.map((run) => Promise.race([run, none])))).toEqual([
      'begun',
      'still waiting',
    ]);
  });

  it('counts a run until it has ended, and is idle only when all have', async () => {
    const runs = new BulkLimiter();
    const [first, second, third] = await Promise.all([runs.begin('a'), runs.begin('a'), runs.begin('a')]);
    first();
    expect(runs.isIdle).toBe(false);
    const fourth = await runs.begin('a');
    const fifth = runs.begin('a').then((end) => {
      end();
      return 'begun';
    });
    expect(await Promise.race([fifth, Promise.resolve('waiting')])).toBe('waiting');
    for (const end of [second, third, fourth]) end();
    expect(await fifth).toBe('begun');
    expect(runs.isIdle).toBe(true);
  });

  it('refuses a request that has waited too long, and goes on with the next', async () => {
    const runs = new BulkLimiter(20);
    const [first] = await Promise.all([runs.begin('a'), runs.begin('a'), runs.begin('a')]);
    await expect(runs.begin('a')).rejects.toMatchObject({ code: 'busy' });
    const next = runs.begin('a');
    first();
    expect(await next).toEqual(expect.any(Function));
  });

  it('does not let one tenant block another', async () => {
    const runs = new BulkLimiter();
    for (let n = 0; n < 3; n++) await runs.begin('a');
    void runs.begin('a').catch(() => undefined); // waits, until it is refused
    expect(await runs.begin('b')).toEqual(expect.any(Function));
  });
});
