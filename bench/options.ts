import { parseArgs } from 'node:util';

/** Fewer rounds than this give a median that one disturbed round can move. */
const MIN_ROUNDS = 5;

export interface Options {
  readonly rounds: number;
  /** Requests of each measurement; undefined leaves it to the action. */
  readonly requests: number | undefined;
  /** Where the numbers go for a program to read. */
  readonly json: string | undefined;
}

/** @throws Error for an option that there is not, or a number out of bounds */
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

/** @throws Error for a number that is not whole, or less than `min` */
export function wholeNumber(name: string, text: string | undefined, min: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min)
    throw new Error(`--${name} must be a whole number from ${min}.`);
  return value;
}
