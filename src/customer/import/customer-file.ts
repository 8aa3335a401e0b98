import { type CsvError, parse, type Parser } from 'csv-parse';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { DomainError } from '../../common/domain-error.js';

/** What a file may say of a customer; the first two it must. */
const COLUMNS = ['name', 'email', 'phone', 'id'] as const;
type Column = (typeof COLUMNS)[number];
const NEEDED: readonly Column[] = ['name', 'email'];

export const MAX_ROWS = 10_000;
/** With the blank ones: spreadsheets like to leave some behind the last row, and reading them costs time as well. */
const MAX_LINES = 2 * MAX_ROWS;
/** Blank rows of another width than the header's: csv-parse makes an error of each, at twenty times the cost of a row. */
const MAX_UNEVEN = 1_000;
/** No file of customers is wider; one that is much wider is not worth reading to its end. */
const MAX_CELLS = 100;
/** So much of a cell is kept, in bytes: far more than any may hold, so that a longer one is refused all the same. */
const MAX_CELL_LENGTH = 64 * 1024;
/** What is read in one piece, some milliseconds' worth whatever it holds; in between others have their turn. */
const SLICE_BYTES = 2 * 1024;
/** So far a header is looked through for its delimiter. */
const MAX_HEADER_LENGTH = 10_000;
const DELIMITERS = [',', ';', '\t'];

/** What one row says, by columns; the row is numbered as a spreadsheet numbers it, the header being row 1. */
export interface FileRow {
  readonly row: number;
  readonly values: Readonly<Partial<Record<Column, string>>>;
}

/** A file that can't be read as a table of customers: none of it is. */
const unreadable = (row: number, code: string, message: string): DomainError =>
  new DomainError('invalid', 'invalid_csv', `Row ${row}: ${message}.`, [
    { field: `row ${row}`, code, message },
  ]);

/**
 * Reads the customers of a CSV file (RFC 4180) whose first row names its columns, in any order and whatever their case. It
 * may be separated by commas, semicolons or tabs; blank rows are left out. Reads slice by slice, so that no file keeps the
 * process busy for long in one piece.
 * @throws DomainError `invalid_csv`, which names the first row that is at fault
 */
export async function customersIn(text: string): Promise<FileRow[]> {
  const table = new CustomerTable();
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(text),
    record_delimiter: ['\r\n', '\n', '\r'], // else it is looked for anew in each slice of a long first line
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true, // a line of blanks is then as cheap as an empty one
    on_record: (cells: string[], { empty_lines }) => {
      table.add(cells, empty_lines);
      return null; // csv-parse need not keep it
    },
  });
  try {
    await pipeline(
      slicesOf(Buffer.from(text), () => {
        table.checkLength(parser.info.empty_lines);
        table.checkWidth(stateOf(parser).record.length, parser.info.empty_lines);
        shortenCell(parser);
      }),
      parser.resume(),
    );
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw unreadable(table.nextRow(parser.info.empty_lines), ...whyNot((error as CsvError).code));
  }
  return table.rows();
}

/** @param between is called behind each slice, and may throw to end it */
async function* slicesOf(bytes: Buffer, between: () => void): AsyncGenerator<Buffer, void> {
  for (let start = 0; start < bytes.length; start += SLICE_BYTES) {
    yield bytes.subarray(start, start + SLICE_BYTES);
    between();
    await setImmediate();
  }
}

/** The record and the cell whose end has not come yet, as csv-parse keeps them; it types its state as private. */
const stateOf = (
  parser: Parser,
): { readonly record: readonly unknown[]; readonly field: { length: number } } =>
  (parser as unknown as { state: ReturnType<typeof stateOf> }).state;

/** Cuts off what nobody will read of a cell: when csv-parse ends at one, it copies it several times, at 15 ns a byte. */
function shortenCell(parser: Parser): void {
  const { field } = stateOf(parser);
  field.length = Math.min(field.length, MAX_CELL_LENGTH);
}

/** The table as it is read, record by record. csv-parse counts the lines that it skips (`skipped`), we count the records. */
class CustomerTable {
  private columns: Column[] | undefined;
  private readonly customers: FileRow[] = [];
  private records = 0;
  private uneven = 0;

  /** @throws DomainError for a header that is none, a row of another width, and one row too many */
  add(record: readonly string[], skipped: number): void {
    const row = this.nextRow(skipped);
    this.checkWidth(record.length, skipped);
    const cells = record.map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) this.addFilled(row, cells);
    else if (cells.length !== (this.columns?.length ?? cells.length)) this.addUneven(row);
    this.records += 1;
    this.checkLength(skipped);
  }

  private addUneven(row: number): void {
    this.uneven += 1;
    if (this.uneven <= MAX_UNEVEN) return;
    const message = `it is one more than ${MAX_UNEVEN} blank rows of another width than the header`;
    throw unreadable(row, 'wrong_number_of_cells', message);
  }

  private addFilled(row: number, cells: readonly string[]): void {
    if (this.columns === undefined) this.columns = columnsOf(row, cells);
    else this.customers.push({ row, values: valuesOf(row, this.columns, cells) });
    if (this.customers.length > MAX_ROWS)
      throw unreadable(row, 'too_many_rows', `it is one more than ${MAX_ROWS}`);
  }

  /** @throws DomainError when there are more lines than a file may have, the blank ones counted */
  checkLength(skipped: number): void {
    if (this.records + skipped > MAX_LINES)
      throw unreadable(
        MAX_LINES + 1,
        'too_many_rows',
        `there are more than ${MAX_LINES}, blank ones included`,
      );
  }

  /** @throws DomainError for more cells than a row may have */
  checkWidth(cells: number, skipped: number): void {
    if (cells > MAX_CELLS)
      throw unreadable(
        this.nextRow(skipped),
        'wrong_number_of_cells',
        `there are more than ${MAX_CELLS} cells`,
      );
  }

  /** The number of the row that is being read. */
  nextRow(skipped: number): number {
    return this.records + skipped + 1;
  }

  /** @throws DomainError when not even a header was there */
  rows(): FileRow[] {
    if (this.columns === undefined) throw unreadable(1, 'empty_file', 'the file is empty');
    return this.customers;
  }
}

function valuesOf(row: number, columns: readonly Column[], cells: readonly string[]): FileRow['values'] {
  if (cells.length !== columns.length) throw wrongWidth(row, cells, columns);
  return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
}

const wrongWidth = (row: number, cells: readonly string[], columns: readonly Column[]): DomainError =>
  unreadable(row, 'wrong_number_of_cells', `there are ${cells.length} cells, and ${columns.length} columns`);

/** Why csv-parse could not go on. */
const whyNot = (code: string): [code: string, message: string] =>
  code === 'CSV_QUOTE_NOT_CLOSED'
    ? ['unclosed_quote', 'a quote is not closed']
    : ['stray_quote', 'a quote stands in the middle of a cell'];

/** The one that the header uses most: no name of a column holds any of them. */
function delimiterOf(text: string): string {
  const [header = ''] = /[^\s,;"][^\r\n]*/.exec(text) ?? [];
  const start = header.slice(0, MAX_HEADER_LENGTH);
  const uses = (delimiter: string): number => start.split(delimiter).length;
  return DELIMITERS.reduce((most, one) => (uses(one) > uses(most) ? one : most));
}

function columnsOf(row: number, cells: readonly string[]): Column[] {
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
