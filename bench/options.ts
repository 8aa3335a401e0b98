import { parseArgs } from 'node:util';

/** With fewer rounds, one disturbed round can move the median. */
const MIN_ROUNDS = 5;

export interface Options {
  readonly rounds: number;
  /** Requests of each measurement; undefined: as the action says. */
  readonly requests: number | undefined;
  /** The file to write the figures to, as JSON. */
  readonly json: string | undefined;
}

/** Parses the command line. @throws Error for an unknown option, or a number out of bounds */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: { type: 'string' }, requests: { type: 'string' }, json: { type: 'string' } },
  });
  return {
    rounds: wholeNumber('rounds', values.rounds, MIN_ROUNDS) ?? 6,
    requests: wholeNumber('requests', values.requests, 100),
    json: values.json,
  };
}

/** Parses a whole number. @throws Error when it is not one, or less than `min` */
export function wholeNumber(name: string, text: string | undefined, min: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min)
    throw new Error(`--${name} must be a whole number, at least ${min}.`);
  return value;
}
