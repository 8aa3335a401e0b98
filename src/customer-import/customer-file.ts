import { type CsvError, type Info, parse } from 'csv-parse/sync';
import { DomainError } from '../common/domain-error.js';

/** What a file may say of a customer; the first two it must. */
const COLUMNS = ['name', 'email', 'phone', 'id'] as const;
type Column = (typeof COLUMNS)[number];
const NEEDED: readonly Column[] = ['name', 'email'];

export const MAX_ROWS = 10_000;
/** No file of customers is wider; one that is much wider is not worth reading to its end. */
const MAX_CELLS = 100;
const DELIMITERS = [',', ';', '\t'];

/** What one row says, by columns; the row is numbered as a spreadsheet numbers it, the header being row 1. */
export interface FileRow {
  readonly row: number;
  readonly values: Readonly<Partial<Record<Column, string>>>;
}

interface Line {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A file that can't be read as a table of customers: none of it is. */
const unreadable = (row: number, code: string, message: string): DomainError =>
  new DomainError('invalid', 'invalid_csv', `Row ${row}: ${message}.`, [
    { field: `row ${row}`, code, message },
  ]);

/**
 * The customers of a CSV file (RFC 4180) whose first row names its columns, in any order and whatever their case. It may
 * be separated by commas, semicolons or tabs; blank rows don't count.
 * @throws DomainError `invalid_csv`, which names the row
 */
export function customersIn(text: string): FileRow[] {
  const [header, ...lines] = linesOf(text);
  if (header === undefined) throw unreadable(1, 'empty_file', 'the file is empty');
  const columns = columnsOf(header);
  return lines.map(({ row, cells }) => {
    if (cells.length !== columns.length) {
      const message = `there are ${cells.length} cells, and ${columns.length} columns`;
      throw unreadable(row, 'wrong_number_of_cells', message);
    }
    return { row, values: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])) };
  });
}

/** The rows that hold something, without the blanks around their cells. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let records = 0;
  const place = (cells: string[], { empty_lines }: { empty_lines: number }): null => {
    const row = ++records + empty_lines;
    if (cells.every((cell) => cell.trim() === '')) return null;
    lines.push({ row, cells: cells.map((cell) => cell.trim()) });
    if (lines.length > MAX_ROWS + 1)
      throw unreadable(row, 'too_many_rows', `it is one more than ${MAX_ROWS}`);
    return null; // csv-parse need not keep it
  };
  const keepNarrow = (
    cell: string,
    { index, empty_lines }: { index: number; empty_lines: number },
  ): string => {
    if (index < MAX_CELLS) return cell;
    const message = `there are more than ${MAX_CELLS} cells`;
    throw unreadable(records + empty_lines + 1, 'wrong_number_of_cells', message);
  };
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      cast: keepNarrow,
      on_record: place,
    });
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const { code, empty_lines = 0 } = error as CsvError & Partial<Info>;
    throw unreadable(records + empty_lines + 1, ...whyNot(code));
  }
  return lines;
}

const whyNot = (code: string): [code: string, message: string] =>
  code === 'CSV_QUOTE_NOT_CLOSED'
    ? ['unclosed_quote', 'a quote is not closed']
    : ['stray_quote', 'a quote stands in the middle of a cell'];

/** The one that the header uses most: no name of a column holds any of them. */
function delimiterOf(text: string): string {
  const [header = ''] = /\S[^\r\n]*/.exec(text) ?? [];
  const uses = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.reduce((most, one) => (uses(one) > uses(most) ? one : most));
}

function columnsOf({ row, cells }: Line): Column[] {
  const columns = cells.map((cell) => {
    const name = cell.toLowerCase().replace(/[\s_-]/g, '');
    const column = COLUMNS.find((one) => one === name);
    if (column !== undefined) return column;
    const message = `there is no column ${JSON.stringify(cell.slice(0, 40).toWellFormed())}, only ${COLUMNS.join(', ')}`;
    throw unreadable(row, 'unknown_column', message);
  });
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice !== undefined) throw unreadable(row, 'column_twice', `the column ${twice} is there twice`);
  const missing = NEEDED.find((column) => !columns.includes(column));
  if (missing !== undefined) throw unreadable(row, 'missing_column', `the column ${missing} is missing`);
  return columns;
}
