import { parseArgs } from 'node:util';
import { UsageError } from './command.js';

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
