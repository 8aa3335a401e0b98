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
