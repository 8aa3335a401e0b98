import { parseArgs } from 'node:util';

/** One command of the product's command line. */
export interface Command {
  /** How to call it; shown by `--help` and after a wrong call. */
  readonly usage: string;
  /** @returns what goes to standard output, and nothing else does */
  run(args: readonly string[]): Promise<string>;
}

/** The command did its work, and what it found is bad news: one line for standard error, and exit 1. */
export class CommandFailure extends Error {}

/** A command was called wrongly; the message says how, and the exit status is 2. */
export class UsageError extends Error {}

export interface Arguments {
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, string | undefined>;
}

/** @throws UsageError for an option that the command does not have, or one without a value */
export function readArguments(args: readonly string[], names: readonly string[]): Arguments {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { words: positionals, options: new Map(Object.entries(values)) };
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}

/** @throws UsageError when it is missing */
export function required(options: Arguments['options'], name: string): string {
  const value = options.get(name);
  if (value === undefined) throw new UsageError(`--${name} is needed.`);
  return value;
}
