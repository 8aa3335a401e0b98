/** The content of one cell. Null is written as an empty cell. */
export type Cell = string | number | boolean | null;

/** RFC 4180 requires CRLF line ends. */
const LINE_END = '\r\n';

/** Matches text that a spreadsheet would evaluate as a formula, including after spaces, quotes and full-width signs. */
const FORMULA = /^[\s"']*[=+\-@＝＋－＠\t\r\n]/u;

/**
 * Escapes text that a spreadsheet would evaluate as a formula by putting a `'` in front of it (OWASP, "CSV Injection").
 * Because no other value starts with `'` followed by a formula, the escape can be undone.
 */
export const escapeFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Numbers come from our own code and are written as they are; text may come from anybody and is escaped. */
const cellText = (cell: Cell): string =>
  typeof cell === 'string' ? escapeFormula(cell) : String(cell ?? '');

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Without it, Excel reads UTF-8 as the code page of the machine: `MarÃ­a`. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Returns the first line of a file for a spreadsheet, with the names of its columns. */
export const csvHeader = (columns: readonly string[]): string => BYTE_ORDER_MARK + csvLine(columns);

/** Returns one line of a CSV file (RFC 4180), including the line end. */
export const csvLine = (cells: readonly Cell[]): string =>
  cells.map((cell) => quote(cellText(cell))).join(',') + LINE_END;
