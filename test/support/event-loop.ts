import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Returns the CPU time of the main thread, which is what blocks other requests. Without Linux, of the whole process. */
function cpuMs(): number {
  if (process.platform !== 'linux') {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
  const [nanoseconds = '0'] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds) / 1e6;
}

export interface LoopUse {
  /** The CPU time of the longest task that blocked the event loop. */
  readonly longestMs: number;
  readonly totalMs: number;
  /** The longest real delay. It depends on the load of the machine, so it is for information only. */
  readonly longestDelayMs: number;
}

/** Measures how long tasks block the event loop, in CPU time, which does not depend on the load of the machine. */
export function measureLoop(): () => LoopUse {
  const start = cpuMs();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let last = start;
  let longestMs = 0;
  const sample = (): void => {
    const now = cpuMs();
    longestMs = Math.max(longestMs, now - last);
    last = now;
  };
  const timer = setInterval(sample, 1).unref();
  return () => {
    sample();
    clearInterval(timer);
    delay.disable();
    return { longestMs, totalMs: last - start, longestDelayMs: delay.max / 1e6 };
  };
}

/**
 * Runs a task several times and returns the least use of each kind. The rest is the warm-up of the engine, and the load of
 * other guests, which is counted as CPU time where cores are shared.
 */
export async function leastUse(task: () => Promise<unknown>, tries = 3): Promise<LoopUse> {
  let least: LoopUse = { longestMs: Infinity, totalMs: Infinity, longestDelayMs: Infinity };
  for (let left = tries; left > 0; left--) {
    const used = measureLoop();
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
