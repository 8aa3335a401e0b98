import { parseCustomers, type CustomerTable } from './customer-table.js';
import { CHUNK_ROWS, csvOf, nextChunk, NOTHING_DONE, withAnswer } from './tally.js';

const NOBODY_FAILED = { rows: 0, created: 0, updated: 0, unchanged: 0, failed: 0, errors: [] };

function tableOf(lines: readonly string[]): CustomerTable {
  const table = parseCustomers(['name,email,id', ...lines].join('\n'));
  if ('problem' in table) throw new Error(table.problem);
  return table;
}
const customers = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, at) => `Ann,ann${from + at}@example.com,`);

describe('an import in chunks', () => {
  it('sends each row once, in chunks of 500 with the header', () => {
    const table = tableOf(customers(CHUNK_ROWS + 1));
    const first = nextChunk(table, NOTHING_DONE);
    const rest = nextChunk(table, withAnswer(NOTHING_DONE, first, NOBODY_FAILED));
    expect([first.rows.length, rest.rows.length]).toEqual([CHUNK_ROWS, 1]);
    expect(csvOf(table.columns, rest.rows)).toBe('name,email,id\r\nAnn,ann500@example.com,');
  });

  it('numbers the rows of an answer as in the whole file, blank rows included', () => {
    const table = tableOf([...customers(CHUNK_ROWS), '', 'Bob,bob,', 'Bob,bob2@example.com,']);
    const half = withAnswer(NOTHING_DONE, nextChunk(table, NOTHING_DONE), { ...NOBODY_FAILED, created: 500 });
    const tally = withAnswer(half, nextChunk(table, half), {
      ...NOBODY_FAILED,
      created: 1,
      failed: 1,
      errors: [{ row: 2, field: 'email', code: 'is_email', message: '' }],
    });
    expect(tally).toMatchObject({ done: 502, created: 501, failed: 1 });
    expect(tally.problems.map(({ row }) => row.row)).toEqual([503]);
  });

  it('finds duplicates across chunks by address or id, and names the first row', () => {
    const table = tableOf([
      'Ann,A@example.com,7',
      ...customers(CHUNK_ROWS),
      'Bob,a@EXAMPLE.com,',
      'Eve,e@example.com,7',
    ]);
    const half = withAnswer(NOTHING_DONE, nextChunk(table, NOTHING_DONE), NOBODY_FAILED);
    const { rows, refused } = nextChunk(table, half);
    expect(rows.map(({ row }) => row)).toEqual([502]);
    expect(refused.map(({ row, field, first_row }) => [row.row, field, first_row])).toEqual([
      [503, 'email', 2],
      [504, 'id', 2],
    ]);
    expect(withAnswer(half, nextChunk(table, half), NOBODY_FAILED)).toMatchObject({ done: 503, failed: 2 });
  });

  it('accepts a row whose duplicate was refused', () => {
    const table = tableOf([',a@example.com,', ...customers(CHUNK_ROWS - 1), 'Ann,a@example.com,']);
    const half = withAnswer(NOTHING_DONE, nextChunk(table, NOTHING_DONE), {
      ...NOBODY_FAILED,
      failed: 1,
      errors: [{ row: 2, field: 'name', code: 'is_line', message: '' }],
    });
    expect(nextChunk(table, half)).toMatchObject({ rows: [{ row: 502 }], refused: [] });
  });

  it('names the first row of a duplicate within a chunk', () => {
    const table = tableOf(['', 'Ann,a@example.com,', 'Bob,a@example.com,']);
    const tally = withAnswer(NOTHING_DONE, nextChunk(table, NOTHING_DONE), {
      ...NOBODY_FAILED,
      failed: 1,
      errors: [{ row: 3, field: 'email', code: 'duplicate_row', message: '', first_row: 2 }],
    });
    expect(tally.problems).toMatchObject([{ row: { row: 4 }, first_row: 3 }]);
  });

  it('sends no row that has more cells than the header', () => {
    const table = tableOf(['Lee, Ann,a@example.com,1']);
    const { rows, refused } = nextChunk(table, NOTHING_DONE);
    expect(rows).toEqual([]);
    expect(refused).toMatchObject([{ code: 'too_many_cells' }]);
  });
});
