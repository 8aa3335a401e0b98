import { parseArgs } from 'node:util';

/** A command of the command line. */
export interface Command {
  /** The usage text. Printed by `--help` and after a usage error. */
  readonly usage: string;
  /**
   * Runs the command.
   * @returns the result, which is printed to standard output
   */
  run(args: readonly string[]): Promise<string>;
}

/** Thrown when a command completed and found a failure. Printed as one line on standard error; the exit status is 1. */
export class CommandFailure extends Error {}

/** Thrown when a command was called incorrectly. The message explains how to call it; the exit status is 2. */
export class UsageError extends Error {}

export interface Arguments {
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, string | undefined>;
}

/**
 * Parses options and positional arguments.
 * @throws UsageError for an unknown option, or one without a value
 */
export function readArguments(args: readonly string[], names: readonly string[]): Arguments {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { words: positionals, options: new Map(Object.entries(values)) };
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}

/**
 * Returns the value of an option.
 * @throws UsageError when it is missing
 */
export function required(options: Arguments['options'], name: string): string {
  const value = options.get(name);
  if (value === undefined) throw new UsageError(`--${name} is required.`);
  return value;
}
