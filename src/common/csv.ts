/** What a cell of a table may hold; null is an empty one. */
export type Cell = string | number | boolean | null;

/** Lines end as RFC 4180 says. */
const LINE_END = '\r\n';

/** What a spreadsheet takes for the beginning of a formula, also behind blanks and quotes, and in full width. */
const FORMULA = /^[\s"']*[=+\-@＝＋－＠\t\r\n]/u;

/**
 * Text as a spreadsheet may show it: one that it would take for a formula gets a `'` in front, which makes it text again
 * (OWASP, CSV injection). Nothing else starts with `'` and goes on like a formula, so that it can be taken off again.
 */
export const escapeFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Numbers are ours, and stay numbers; whatever somebody may have written is made harmless. */
const cellText = (cell: Cell): string =>
  typeof cell === 'string' ? escapeFormula(cell) : String(cell ?? '');

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line of a table for a spreadsheet (RFC 4180), with its end. */
export const csvLine = (cells: readonly Cell[]): string =>
  cells.map((cell) => quote(cellText(cell))).join(',') + LINE_END;
