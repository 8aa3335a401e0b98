import { readdirSync, readFileSync } from 'node:fs';

/** CPU time in nanoseconds by process id. */
export type CpuTimes = ReadonlyMap<number, number>;

/** Reads a file of /proc; empty when the process has ended since it was listed. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Requires the CPU times of /proc. @throws Error when the kernel does not report them */
export function requireProcessAccounts(): void {
  if (read('/proc/self/schedstat') === '')
    throw new Error('The benchmark reads CPU times from /proc/<pid>/schedstat: run it on Linux.');
}

/** Returns the id of a process's parent; undefined when it has ended. */
export function parentOf(pid: number): number | undefined {
  const stat = read(`/proc/${pid}/stat`);
  // The program's name stands in parentheses and may contain some itself; state and parent follow the last one.
  const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  return parent === undefined ? undefined : Number(parent);
}

export const childrenOf = (parent: number): number[] =>
  list('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);

/** Sums the CPU time of all threads, to the nanosecond: /proc/<pid>/stat counts in steps of 10 ms. */
const cpuTimeOf = (pid: number): number =>
  list(`/proc/${pid}/task`)
    .map((task) => Number(read(`/proc/${pid}/task/${task}/schedstat`).split(' ')[0]))
    .reduce((sum, time) => sum + time, 0);

export const cpuTimes = (pids: readonly number[]): CpuTimes =>
  new Map(pids.map((pid) => [pid, cpuTimeOf(pid)]));

/** Returns the nanoseconds of CPU between two readings. A process that began in between counts from its start. */
export const cpuSpent = (before: CpuTimes, after: CpuTimes): number =>
  [...after].reduce((sum, [pid, time]) => sum + time - (before.get(pid) ?? 0), 0);

/** Returns the resident memory in megabytes. */
export function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1];
  if (kilobytes === undefined) throw new Error('The process has ended.');
  return Number(kilobytes) / 1024;
}
