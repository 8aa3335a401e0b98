import Papa from 'papaparse';

/** The columns of a file; the first two are required. */
export const COLUMNS = ['name', 'email', 'phone', 'id'] as const;
export type Column = (typeof COLUMNS)[number];
const NEEDED: readonly Column[] = ['name', 'email'];
const DELIMITERS = [',', ';', '\t'];

/** Other headings for these columns, without spaces, dashes and accents. */
const ALIASES: Readonly<Record<string, Column>> = {
  fullname: 'name',
  customer: 'name',
  customername: 'name',
  nombre: 'name',
  cliente: 'name',
  mail: 'email',
  emailaddress: 'email',
  correo: 'email',
  correoelectronico: 'email',
  phonenumber: 'phone',
  telephone: 'phone',
  mobile: 'phone',
  telefono: 'phone',
  movil: 'phone',
  customerid: 'id',
};

/** A row of the file. Numbered as in a spreadsheet: the header is row 1. */
export interface CustomerRow {
  readonly row: number;
  readonly values: Readonly<Record<Column, string>>;
  /** The row has more cells than the header, so the cells can't be matched to columns. */
  readonly tooWide: boolean;
}

/** The customers of a file. */
export interface CustomerTable {
  readonly columns: readonly Column[];
  /** Headings of the columns that are ignored. */
  readonly unused: readonly string[];
  readonly rows: readonly CustomerRow[];
}

/** The reason why a file can't be read as a table of customers. */
export type Unreadable =
  | { readonly problem: 'empty' }
  | { readonly problem: 'broken_quotes'; readonly row: number }
  | { readonly problem: 'missing_column' | 'column_twice'; readonly column: Column };

/**
 * Parses a CSV file whose first row names the columns, in any order and case, separated by commas, semicolons or tabs.
 * Blank rows and other columns are ignored.
 */
export function parseCustomers(text: string): CustomerTable | Unreadable {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken !== undefined) return { problem: 'broken_quotes', row: (broken.row ?? 0) + 1 };
  const lines = data
    .map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [header, ...rest] = lines;
  if (header === undefined || rest.length === 0) return { problem: 'empty' };
  const places = header.cells.map(columnOf);
  const unfit = misfitOf(places);
  if (unfit !== undefined) return unfit;
  return {
    columns: COLUMNS.filter((column) => places.includes(column)),
    unused: header.cells.filter((cell, index) => cell !== '' && places[index] === undefined),
    rows: rest.map(({ row, cells }) => ({
      row,
      values: valuesIn(cells, places),
      tooWide: cells.slice(places.length).some((cell) => cell !== ''),
    })),
  };
}

/** Returns the delimiter that the header uses most. */
function delimiterOf(text: string): string {
  const [header = ''] = /\S[^\r\n]*/.exec(text) ?? [];
  const uses = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.reduce((most, one) => (uses(one) > uses(most) ? one : most));
}

function columnOf(heading: string): Column | undefined {
  const plain = heading
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return COLUMNS.find((column) => column === plain) ?? ALIASES[plain];
}

function misfitOf(places: readonly (Column | undefined)[]): Unreadable | undefined {
  const twice = COLUMNS.find((column) => places.indexOf(column) !== places.lastIndexOf(column));
  if (twice !== undefined) return { problem: 'column_twice', column: twice };
  const missing = NEEDED.find((column) => !places.includes(column));
  return missing && { problem: 'missing_column', column: missing };
}

function valuesIn(cells: readonly string[], places: readonly (Column | undefined)[]): Record<Column, string> {
  const valueOf = (column: Column): string => unescapeFormula(cells[places.indexOf(column)] ?? '');
  return { name: valueOf('name'), email: valueOf('email'), phone: valueOf('phone'), id: valueOf('id') };
}

/** Removes the `'` that our downloads put before text that a spreadsheet would take for a formula. */
const unescapeFormula = (cell: string): string => (/^'[\s"']*[=+\-@]/.test(cell) ? cell.slice(1) : cell);

const UTF_16_LITTLE_ENDIAN = [0xff, 0xfe];

/**
 * Decodes a file as spreadsheets write it: UTF-8 or UTF-16 (Excel's "Unicode text"), otherwise Windows-1252, in which
 * every byte is valid.
 */
export function decodeText(bytes: Uint8Array): string {
  if (UTF_16_LITTLE_ENDIAN.every((byte, index) => bytes[index] === byte)) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
