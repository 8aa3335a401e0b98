import { type DomainError } from '../common/domain-error.js';
import { customersIn, MAX_ROWS } from './customer-file.js';

const refusalOf = (text: string): [message: string, code?: string] => {
  try {
    customersIn(text);
  } catch (error) {
    const { message, fields } = error as DomainError;
    return [message, fields[0]?.code ?? ''];
  }
  return ['taken'];
};

describe('customersIn', () => {
  it('reads rows by the columns that the header names, numbered as a spreadsheet does', () => {
    const text = '\ufeff Phone ; E-MAIL;name\r\n\r\n1;"a;b@x";" Ada "\r\n;;\r\n2;c@x;"C\r\nD"\r\n3;d@x;D';
    expect(customersIn(text)).toEqual([
      { row: 3, values: { phone: '1', email: 'a;b@x', name: 'Ada' } },
      { row: 5, values: { phone: '2', email: 'c@x', name: 'C\r\nD' } },
      { row: 6, values: { phone: '3', email: 'd@x', name: 'D' } },
    ]);
  });

  it('takes as many rows as it may, and a header alone', () => {
    expect(customersIn('name,email')).toEqual([]);
    expect(customersIn(`name,email\n${'A,a@x\n'.repeat(MAX_ROWS)}`)).toHaveLength(MAX_ROWS);
  });

  it.each([
    ['', 'Row 1: the file is empty.', 'empty_file'],
    ['name,mail\n', 'Row 1: there is no column "mail", only name, email, phone, id.', 'unknown_column'],
    ['name,email,name\n', 'Row 1: the column name is there twice.', 'column_twice'],
    ['\nname\n', 'Row 2: the column email is missing.', 'missing_column'],
    ['name,email\nA,a@x,\n', 'Row 2: there are 3 cells, and 2 columns.', 'wrong_number_of_cells'],
    ['name,email\n\nA,a@x\n"B,b@x\nC,c@x', 'Row 4: a quote is not closed.', 'unclosed_quote'],
    ['name,email\nA"B,a@x\n', 'Row 2: a quote stands in the middle of a cell.', 'stray_quote'],
    [
      `name,email\n${'A,a@x\n'.repeat(MAX_ROWS + 1)}`,
      'Row 10002: it is one more than 10000.',
      'too_many_rows',
    ],
  ])('refuses %j', (text, message, code) => {
    expect(refusalOf(text)).toEqual([message, code]);
  });
});
