/** One command of the product's command line. */
export interface Command {
  /** How to call it; shown by `--help` and after a wrong call. */
  readonly usage: string;
  /** @returns what goes to standard output, and nothing else does */
  run(args: readonly string[]): Promise<string>;
}
