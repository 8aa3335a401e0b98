import Papa from 'papaparse';
import type { Locale } from '../../../i18n/message.js';
import { fieldText } from '../../../ui/field-errors.js';
import { type Column, COLUMNS, type CustomerRow } from './customer-table.js';
import type { RowProblem } from './tally.js';

/** Matches text that a spreadsheet takes for a formula, also after spaces and quotes, and in full width. */
const FORMULA = /^[\s"']*[=+\-@＝＋－＠\t\r\n]/u;

/** Puts a `'` before text that a spreadsheet would calculate (OWASP, CSV injection). */
const escapeFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Writes the failed rows as a CSV file, each with its problem, to be corrected and imported again. */
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
    ...[whyNot(row), ...columns.map((column) => row.values[column])].map(escapeFormula),
  ]);
  return `${Papa.unparse([['row', 'problem', ...columns], ...lines])}\r\n`;
}

/** Describes why a row failed. */
export const problemText = ({ row, ...problem }: RowProblem, locale: Locale): string =>
  fieldText(
    problem,
    locale,
    COLUMNS.some((column) => column === problem.field) ? row.values[problem.field as Column] : undefined,
  );
