import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Of the main thread, which is all that others wait for; elsewhere than on Linux of the whole process. */
function cpuMs(): number {
  if (process.platform !== 'linux') {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
  const [nanoseconds = '0'] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds) / 1e6;
}

export interface LoopUse {
  /** CPU of the longest piece in which nothing else had a turn. */
  readonly longestMs: number;
  readonly totalMs: number;
  /** What others really waited, which depends on the machine: for people to look at, and for no test to judge by. */
  readonly longestDelayMs: number;
}

/** Measures what the process does in one piece, by CPU: a busy machine makes pieces longer by the clock, and no dearer. */
export function watchLoop(): () => LoopUse {
  const start = cpuMs();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let last = start;
  let longestMs = 0;
  const look = (): void => {
    const now = cpuMs();
    longestMs = Math.max(longestMs, now - last);
    last = now;
  };
  const timer = setInterval(look, 1).unref();
  return () => {
    look();
    clearInterval(timer);
    delay.disable();
    return { longestMs, totalMs: last - start, longestDelayMs: delay.max / 1e6 };
  };
}

/**
 * The least that a task used of some tries. What a try uses beyond that is the engine's warming up and what the machine's
 * other guests take of it, which is counted as CPU where cores are shared.
 */
export async function leastUse(task: () => Promise<unknown>, tries = 3): Promise<LoopUse> {
  let least: LoopUse = { longestMs: Infinity, totalMs: Infinity, longestDelayMs: Infinity };
  for (let left = tries; left > 0; left--) {
    const used = watchLoop();
    await task();
    const { longestMs, totalMs, longestDelayMs } = used();
    least = {
      longestMs: Math.min(least.longestMs, longestMs),
      totalMs: Math.min(least.totalMs, totalMs),
      longestDelayMs: Math.min(least.longestDelayMs, longestDelayMs),
    };
  }
  return least;
}
