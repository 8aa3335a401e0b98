import Papa from 'papaparse';
import type { Schemas } from 'referrals-sdk';
import type { Column, CustomerRow, CustomerTable } from './customer-table.js';

/** Rows per request: few enough that the bar moves and that a lost connection costs little. */
export const CHUNK_ROWS = 500;

/** The problem of a row that failed. */
export interface RowProblem {
  readonly row: CustomerRow;
  readonly field: string;
  readonly code: string;
  readonly message: string;
  /** For `duplicate_row`: the earlier row about the same customer. */
  readonly first_row?: number;
}

/** The progress of an import. */
export interface Tally {
  /** The rows that have been processed. */
  readonly done: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly problems: readonly RowProblem[];
  /** The accepted row of each customer, by e-mail address and id. */
  readonly taken: ReadonlyMap<string, number>;
}

export const NOTHING_DONE: Tally = {
  done: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  failed: 0,
  problems: [],
  taken: new Map(),
};

/** The next rows of a file: those to send, and those already known to be wrong. */
export interface Chunk {
  readonly rows: readonly CustomerRow[];
  readonly refused: readonly RowProblem[];
  readonly size: number;
}

/**
 * Returns the next chunk. The API finds duplicates within one request; duplicates of rows in earlier requests are found
 * here.
 */
export function nextChunk({ rows }: CustomerTable, { done, taken }: Tally): Chunk {
  const all = rows.slice(done, done + CHUNK_ROWS);
  const refused = all.flatMap((row) => problemOf(row, taken) ?? []);
  const out = new Set(refused.map(({ row }) => row));
  return { rows: all.filter((row) => !out.has(row)), refused, size: all.length };
}

function problemOf(row: CustomerRow, taken: Tally['taken']): RowProblem | undefined {
  if (row.tooWide) {
    return { row, field: 'name', code: 'too_many_cells', message: 'there are more cells than columns' };
  }
  for (const [field, key] of namesOf(row)) {
    const first_row = taken.get(key);
    const message = `row ${first_row ?? ''} has the same customer`;
    if (first_row !== undefined) return { row, field, code: 'duplicate_row', message, first_row };
  }
  return undefined;
}

/** Returns the keys that identify a customer. */
function namesOf({ values: { id, email } }: CustomerRow): [field: string, key: string][] {
  const names: [string, string][] = [['email', `email ${email.toLowerCase()}`]];
  return id === '' ? names : [['id', `id ${id}`], ...names];
}

/** Writes rows as CSV with a header, as the API expects it. */
export const csvOf = (columns: readonly Column[], rows: readonly CustomerRow[]): string =>
  Papa.unparse([[...columns], ...rows.map(({ values }) => columns.map((column) => values[column]))]);

/** Adds the API's answer for a chunk, with row numbers of the whole file. Undefined: the chunk had nothing to send. */
export function withAnswer(tally: Tally, chunk: Chunk, answer?: Schemas['ImportAnswer']): Tally {
  const { created = 0, updated = 0, unchanged = 0, failed = 0, errors = [] } = answer ?? {};
  const answered = errors.flatMap(({ row, first_row, ...error }): RowProblem[] => {
    const own = chunk.rows[row - 2]; // row 1 is the header
    const first = first_row === undefined ? undefined : chunk.rows[first_row - 2]?.row;
    return own === undefined ? [] : [{ row: own, ...error, ...(first && { first_row: first }) }];
  });
  const problems = [...chunk.refused, ...answered].sort((a, b) => a.row.row - b.row.row);
  const out = new Set(answered.map(({ row }) => row));
  const taken = new Map(tally.taken);
  for (const row of chunk.rows.filter((one) => !out.has(one))) {
    for (const [, key] of namesOf(row)) taken.set(key, row.row);
  }
  return {
    done: tally.done + chunk.size,
    created: tally.created + created,
    updated: tally.updated + updated,
    unchanged: tally.unchanged + unchanged,
    failed: tally.failed + failed + chunk.refused.length,
    problems: [...tally.problems, ...problems],
    taken,
  };
}
