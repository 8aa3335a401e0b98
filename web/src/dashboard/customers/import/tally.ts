import Papa from 'papaparse';
import type { Schemas } from 'referrals-sdk';
import type { Column, CustomerRow, CustomerTable } from './customer-table.js';

/** Rows of one call: short enough for the bar to move, and for little to be lost when the connection is. */
export const CHUNK_ROWS = 500;

/** Why a row of the file was not taken. */
export interface RowProblem {
  readonly row: CustomerRow;
  readonly field: string;
  readonly code: string;
  readonly message: string;
  /** Of `duplicate_row`: the row before it about the same customer. */
  readonly first_row?: number;
}

/** How far an import is. */
export interface Tally {
  /** Rows of the file that are dealt with. */
  readonly done: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly problems: readonly RowProblem[];
  /** By address or id, the row that was taken for the customer. */
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

/** The next rows of a file: those to send, and those that need not be. */
export interface Chunk {
  readonly rows: readonly CustomerRow[];
  readonly refused: readonly RowProblem[];
  readonly size: number;
}

/**
 * What comes next. The API looks for customers who come twice within a call; the file is one whole, so those who were in a
 * call before are found here.
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
    const message = `row ${first_row ?? ''} is about the same customer`;
    if (first_row !== undefined) return { row, field, code: 'duplicate_row', message, first_row };
  }
  return undefined;
}

/** What a customer goes by. */
function namesOf({ values: { id, email } }: CustomerRow): [field: string, key: string][] {
  const names: [string, string][] = [['email', `email ${email.toLowerCase()}`]];
  return id === '' ? names : [['id', `id ${id}`], ...names];
}

/** Rows as the API reads them, under their header. */
export const csvOf = (columns: readonly Column[], rows: readonly CustomerRow[]): string =>
  Papa.unparse([[...columns], ...rows.map(({ values }) => columns.map((column) => values[column]))]);

/** Adds what the API answered; undefined: the chunk had nothing to send. Its rows get the numbers of the whole file. */
export function withAnswer(tally: Tally, chunk: Chunk, answer?: Schemas['ImportAnswer']): Tally {
  const { created = 0, updated = 0, unchanged = 0, failed = 0, errors = [] } = answer ?? {};
  const answered = errors.flatMap(({ row, first_row, ...error }): RowProblem[] => {
    const own = chunk.rows[row - 2]; // behind the header
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
