import { type CsvError, parse, type Parser } from 'csv-parse';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { DomainError } from '../../common/domain-error.js';

const COLUMNS = ['name', 'email', 'phone', 'id'] as const;
type Column = (typeof COLUMNS)[number];
/** The names that other programs give to a column, without spaces and dashes. */
const ALIASES: Readonly<Record<Column, readonly string[]>> = {
  name: ['fullname', 'customername'],
  email: ['emailaddress', 'mail'],
  phone: ['phonenumber', 'telephone', 'mobile'],
  id: ['customerid'],
};
const REQUIRED_COLUMNS: readonly Column[] = ['name', 'email'];
const FIRST_NAMES: readonly string[] = ['firstname', 'givenname', 'forename'];
const LAST_NAMES: readonly string[] = ['lastname', 'familyname', 'surname'];
/** The first line in which Excel keeps the separator of a file. */
const SEPARATOR_LINE = /^\uFEFF?"?sep=([,;\t])"?(?:\r\n|\n|\r)/i;

export const MAX_ROWS = 10_000;
/** Includes blank rows. Spreadsheets often leave some after the last row, and reading them takes time too. */
const MAX_LINES = 2 * MAX_ROWS;
/**
 * Blank rows with a different number of cells than the header. csv-parse creates an error for each, at 20 times the usual
 * cost.
 */
const MAX_UNEVEN = 1_000;
/** The maximum number of cells in a row. No file of customers is wider, and a much wider one is not read to its end. */
const MAX_CELLS = 100;
/** The number of bytes kept of a cell. Every column allows far less, so a longer cell is refused even when it is cut off. */
const MAX_CELL_LENGTH = 64 * 1024;
/** The number of bytes parsed between two turns of the event loop: a few milliseconds of work for any content. */
const SLICE_BYTES = 2 * 1024;
/** The part of an ignored column's name that the answer repeats. */
const MAX_NAME_LENGTH = 40;
/** The part of a header that is searched for its delimiter, in characters. */
const MAX_HEADER_LENGTH = 10_000;
const DELIMITERS = [',', ';', '\t'];

/** The values of one row by column. Rows are numbered as in a spreadsheet; the header is row 1. */
export interface FileRow {
  readonly row: number;
  readonly values: Readonly<Partial<Record<Column, string>>>;
}

/** A file of customers. */
export interface CustomerFile {
  readonly rows: readonly FileRow[];
  /** The names of the columns that were not read. */
  readonly ignoredColumns: readonly string[];
}

/** The places of the columns in the header. A name may be in two cells, which are joined. */
interface Layout {
  readonly width: number;
  readonly places: ReadonlyMap<Column, readonly number[]>;
  readonly ignoredColumns: readonly string[];
}

/** Returns the error for a file that is not a table of customers. No row of such a file is imported. */
const invalidCsv = (row: number, code: string, message: string): DomainError =>
  new DomainError('invalid', 'invalid_csv', `Row ${row}: ${message}.`, {
    fields: [{ field: `row ${row}`, code, message }],
  });

/**
 * Parses a CSV file of customers (RFC 4180). The first row names the columns, in any order and in upper or lower case; a
 * first and a last name are joined, and columns with other names are ignored. The separator is a comma, a semicolon or a
 * tab; a line such as `sep=;` before the header can name it. Blank rows are skipped. The file is parsed in slices, so that
 * it does not block the event loop.
 * @throws DomainError `invalid_csv`, which names the first row with an error
 */
export async function parseCustomerFile(file: string): Promise<CustomerFile> {
  const table = new CustomerTable();
  const [line = '', separator] = SEPARATOR_LINE.exec(file) ?? [];
  const text = file.slice(line.length);
  const parser = parse({
    bom: true,
    delimiter: separator ?? delimiterOf(text),
    record_delimiter: ['\r\n', '\n', '\r'], // without it, each slice of a long first line is searched again
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true, // makes a line of blanks as cheap as an empty one
    on_record: (cells: string[], { empty_lines }) => {
      table.add(cells, empty_lines);
      return null; // so that csv-parse does not keep it
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
    throw invalidCsv(table.nextRow(parser.info.empty_lines), ...reasonOf((error as CsvError).code));
  }
  return table.read();
}

/** Yields the bytes in slices. @param between is called after each slice, and may throw to stop */
async function* slicesOf(bytes: Buffer, between: () => void): AsyncGenerator<Buffer, void> {
  for (let start = 0; start < bytes.length; start += SLICE_BYTES) {
    yield bytes.subarray(start, start + SLICE_BYTES);
    between();
    await setImmediate();
  }
}

/** Returns the unfinished record and cell of the parser. csv-parse declares its state as private. */
const stateOf = (
  parser: Parser,
): { readonly record: readonly unknown[]; readonly field: { length: number } } =>
  (parser as unknown as { state: ReturnType<typeof stateOf> }).state;

/** Cuts off the rest of a cell that is too long. At the end of a cell csv-parse copies it several times, at 15 ns a byte. */
function shortenCell(parser: Parser): void {
  const { field } = stateOf(parser);
  field.length = Math.min(field.length, MAX_CELL_LENGTH);
}

/** Collects the records of a file. csv-parse counts the lines that it skips (`skipped`); this class counts the records. */
class CustomerTable {
  private layout: Layout | undefined;
  private readonly customers: FileRow[] = [];
  private records = 0;
  private uneven = 0;

  /**
   * Adds a record: the header, then rows.
   * @throws DomainError for an invalid header, a row of another width, or too many rows
   */
  add(record: readonly string[], skipped: number): void {
    const row = this.nextRow(skipped);
    this.checkWidth(record.length, skipped);
    const cells = record.map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) this.addFilled(row, cells);
    else if (cells.length !== (this.layout?.width ?? cells.length)) this.addUneven(row);
    this.records += 1;
    this.checkLength(skipped);
  }

  private addUneven(row: number): void {
    this.uneven += 1;
    if (this.uneven <= MAX_UNEVEN) return;
    const message = `more than ${MAX_UNEVEN} blank rows differ in width from the header`;
    throw invalidCsv(row, 'wrong_number_of_cells', message);
  }

  private addFilled(row: number, cells: readonly string[]): void {
    if (this.layout === undefined) this.layout = layoutOf(row, cells);
    else this.customers.push({ row, values: valuesOf(row, this.layout, cells) });
    if (this.customers.length > MAX_ROWS)
      throw invalidCsv(row, 'too_many_rows', `there are more than ${MAX_ROWS} rows`);
  }

  /** @throws DomainError if there are more lines than allowed, including blank ones */
  checkLength(skipped: number): void {
    if (this.records + skipped > MAX_LINES)
      throw invalidCsv(
        MAX_LINES + 1,
        'too_many_rows',
        `there are more than ${MAX_LINES} rows, including blank ones`,
      );
  }

  /** @throws DomainError if a row has more cells than allowed */
  checkWidth(cells: number, skipped: number): void {
    if (cells > MAX_CELLS)
      throw invalidCsv(
        this.nextRow(skipped),
        'wrong_number_of_cells',
        `there are more than ${MAX_CELLS} cells`,
      );
  }

  /** Returns the number of the row that is being read. */
  nextRow(skipped: number): number {
    return this.records + skipped + 1;
  }

  /** Returns the file that was read. @throws DomainError if the file has no header */
  read(): CustomerFile {
    if (this.layout === undefined) throw invalidCsv(1, 'empty_file', 'the file is empty');
    return { rows: this.customers, ignoredColumns: this.layout.ignoredColumns };
  }
}

function valuesOf(row: number, { width, places }: Layout, cells: readonly string[]): FileRow['values'] {
  if (cells.length !== width)
    throw invalidCsv(row, 'wrong_number_of_cells', `expected ${width} cells, found ${cells.length}`);
  const valueAt = (own: readonly number[]): string =>
    own
      .map((place) => cells[place])
      .filter(Boolean)
      .join(' ');
  return Object.fromEntries([...places].map(([column, own]) => [column, valueAt(own)]));
}

/** Translates an error of csv-parse. */
const reasonOf = (code: string): [code: string, message: string] =>
  code === 'CSV_QUOTE_NOT_CLOSED'
    ? ['unclosed_quote', 'a quotation mark is not closed']
    : ['stray_quote', 'there is a quotation mark in the middle of a cell'];

/** Returns the delimiter that occurs most often in the header. No name of a column contains any of them. */
function delimiterOf(text: string): string {
  const [header = ''] = /[^\s,;"][^\r\n]*/.exec(text) ?? [];
  const start = header.slice(0, MAX_HEADER_LENGTH);
  const uses = (delimiter: string): number => start.split(delimiter).length;
  return DELIMITERS.reduce((most, one) => (uses(one) > uses(most) ? one : most));
}

/** Finds the columns in the header. A column's own name takes precedence over its other names. */
function layoutOf(row: number, cells: readonly string[]): Layout {
  const names = cells.map((cell) => cell.toLowerCase().replace(/[\s_-]/g, ''));
  const twice = COLUMNS.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice !== undefined) throw invalidCsv(row, 'column_twice', `the column ${twice} appears twice`);
  const placeOf = (among: readonly string[]): number[] => {
    const place = names.findIndex((name) => among.includes(name));
    return place < 0 ? [] : [place];
  };
  const placesOf = (column: Column): number[] => {
    const [own, other] = [placeOf([column]), placeOf(ALIASES[column])];
    const joined = column === 'name' ? [...placeOf(FIRST_NAMES), ...placeOf(LAST_NAMES)] : [];
    return [own, other, joined].find((places) => places.length > 0) ?? [];
  };
  const places = new Map(
    COLUMNS.map((column) => [column, placesOf(column)] as const).filter(([, own]) => own.length > 0),
  );
  const missing = REQUIRED_COLUMNS.find((column) => !places.has(column));
  if (missing !== undefined) throw invalidCsv(row, 'missing_column', `the column ${missing} is missing`);
  const read = new Set([...places.values()].flat());
  const ignored = cells.filter((cell, place) => cell !== '' && !read.has(place));
  return {
    width: cells.length,
    places,
    ignoredColumns: ignored.map((cell) => cell.slice(0, MAX_NAME_LENGTH).toWellFormed()),
  };
}
