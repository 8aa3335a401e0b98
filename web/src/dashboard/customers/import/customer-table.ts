import Papa from 'papaparse';

/** What a file may say of a customer; the first two it must. */
export const COLUMNS = ['name', 'email', 'phone', 'id'] as const;
export type Column = (typeof COLUMNS)[number];
const NEEDED: readonly Column[] = ['name', 'email'];
const DELIMITERS = [',', ';', '\t'];

/** How else people head these columns, without blanks, dashes and accents. */
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

/** What one row says; numbered as a spreadsheet numbers it, the header being row 1. */
export interface CustomerRow {
  readonly row: number;
  readonly values: Readonly<Record<Column, string>>;
  /** It has more cells than the header: nobody knows which is which. */
  readonly tooWide: boolean;
}

/** A file's customers. */
export interface CustomerTable {
  readonly columns: readonly Column[];
  /** Headings of columns that are not for us. */
  readonly unused: readonly string[];
  readonly rows: readonly CustomerRow[];
}

/** Why a file can't be read as a table of customers. */
export type Unreadable =
  | { readonly problem: 'empty' }
  | { readonly problem: 'broken_quotes'; readonly row: number }
  | { readonly problem: 'missing_column' | 'column_twice'; readonly column: Column };

/**
 * The customers of a CSV file whose first row names its columns, in any order and whatever their case; separated by
 * commas, semicolons or tabs. Blank rows don't count, other columns are left alone.
 */
export function customersIn(text: string): CustomerTable | Unreadable {
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

/** The one that the header uses most. */
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
  const valueOf = (column: Column): string => plain(cells[places.indexOf(column)] ?? '');
  return { name: valueOf('name'), email: valueOf('email'), phone: valueOf('phone'), id: valueOf('id') };
}

/** Without the `'` that a download of ours puts before what a spreadsheet would take for a formula. */
const plain = (cell: string): string => (/^'[\s"']*[=+\-@]/.test(cell) ? cell.slice(1) : cell);

const UTF_16_LITTLE_ENDIAN = [0xff, 0xfe];

/**
 * The text of a file, as spreadsheets write them: UTF-8, or what Excel calls "Unicode text"; else it is the old encoding of
 * Windows, in which every byte means something.
 */
export function decoded(bytes: Uint8Array): string {
  if (UTF_16_LITTLE_ENDIAN.every((byte, index) => bytes[index] === byte)) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
