import Papa from 'papaparse';
import type { Locale } from '../../../i18n/message.js';
import { fieldText } from '../../../ui/field-words.js';
import { type Column, COLUMNS, type CustomerRow } from './customer-table.js';
import type { RowProblem } from './tally.js';

/** What a spreadsheet takes for the beginning of a formula, also behind blanks and quotes, and in full width. */
const FORMULA = /^[\s"']*[=+\-@＝＋－＠\t\r\n]/u;

/** Text that no spreadsheet calculates: a `'` in front makes it text (OWASP, CSV injection). */
const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The rows that were not taken, as a file: why, and what they said, so that they can be mended and sent again. */
export function problemFile(
  columns: readonly Column[],
  problems: readonly RowProblem[],
  locale: Locale,
): string {
  const rows = [...new Set(problems.map(({ row }) => row))];
  const whyNot = (row: CustomerRow): string =>
    problems
      .filter((problem) => problem.row === row)
      .map((problem) => `${problem.field}: ${problemText(problem, locale)}`)
      .join(' ');
  const lines = rows.map((row) => [
    row.row,
    ...[whyNot(row), ...columns.map((column) => row.values[column])].map(harmless),
  ]);
  return `${Papa.unparse([['row', 'problem', ...columns], ...lines])}\r\n`;
}

/** Why a row was not taken. */
export const problemText = ({ row, ...problem }: RowProblem, locale: Locale): string =>
  fieldText(
    problem,
    locale,
    COLUMNS.some((column) => column === problem.field) ? row.values[problem.field as Column] : undefined,
  );
