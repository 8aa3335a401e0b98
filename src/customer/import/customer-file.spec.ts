import { type DomainError } from '../../common/domain-error.js';
import { parseCustomerFile, MAX_ROWS } from './customer-file.js';

const refusalOf = async (text: string): Promise<[message: string, code?: string]> => {
  try {
    await parseCustomerFile(text);
  } catch (error) {
    const { message, fields } = error as DomainError;
    return [message, fields[0]?.code ?? ''];
  }
  return ['taken'];
};

describe('parseCustomerFile', () => {
  it('reads rows by the columns of the header, and numbers them as in a spreadsheet', async () => {
    const text = '\ufeff Phone ; E-MAIL;name\r\n\r\n1;"a;b@x";" Ada "\r\n;;\r\n2;c@x;"C\r\nD"\r\n3;d@x;D';
    expect((await parseCustomerFile(text)).rows).toEqual([
      { row: 3, values: { phone: '1', email: 'a;b@x', name: 'Ada' } },
      { row: 5, values: { phone: '2', email: 'c@x', name: 'C\r\nD' } },
      { row: 6, values: { phone: '3', email: 'd@x', name: 'D' } },
    ]);
  });

  it('accepts the maximum number of rows, and a header alone', async () => {
    expect((await parseCustomerFile('name,email')).rows).toEqual([]);
    const { rows } = await parseCustomerFile(`name,email\n${'A,a@x\n'.repeat(MAX_ROWS)}`);
    expect(rows).toHaveLength(MAX_ROWS);
  });

  it.each<[string, string, object, string[]]>([
    [
      'of a shop',
      'First Name,Last Name,Email,Accepts Marketing,Phone,Total Spent\nAda,Lovelace,a@x,yes,1,9.99\n',
      { name: 'Ada Lovelace', email: 'a@x', phone: '1' },
      ['Accepts Marketing', 'Total Spent'],
    ],
    [
      'with a first name only in one row',
      'email,Given-Name,SURNAME\na@x,Ada,\n',
      { name: 'Ada', email: 'a@x' },
      [],
    ],
    [
      'with a name beside its parts',
      'first_name,Name,last_name,E-Mail Address\nAda,Countess Ada,Lovelace,a@x\n',
      { name: 'Countess Ada', email: 'a@x' },
      ['first_name', 'last_name'],
    ],
    [
      'with two numbers',
      'Full name;E-mail;Mobile;Phone\nAda;a@x;2;1\n',
      { name: 'Ada', email: 'a@x', phone: '1' },
      ['Mobile'],
    ],
    ['that Excel wrote', '\ufeffsep=;\r\nname;email\r\nAda;a@x\r\n', { name: 'Ada', email: 'a@x' }, []],
    ['with a quoted separator', '"sep=\t"\nname\temail\nAda\ta@x\n', { name: 'Ada', email: 'a@x' }, []],
    ['with nameless columns', 'name,,email,\nAda,1,a@x,2\n', { name: 'Ada', email: 'a@x' }, []],
    [
      'with the names of prototypes',
      'name,email,__proto__,constructor\nAda,a@x,{},1\n',
      { name: 'Ada', email: 'a@x' },
      ['__proto__', 'constructor'],
    ],
    [
      'with a long name',
      `name,email,${'x'.repeat(50)}\nAda,a@x,1\n`,
      { name: 'Ada', email: 'a@x' },
      ['x'.repeat(40)],
    ],
  ])('reads a file %s, and names the columns that it ignores', async (_, text, values, ignoredColumns) => {
    expect(await parseCustomerFile(text)).toEqual({ rows: [{ row: 2, values }], ignoredColumns });
  });

  it.each([
    ['empty_file', 'Row 1: the file is empty.', ''],
    ['column_twice', 'Row 1: the column name appears twice.', 'name,email,name\n'],
    ['missing_column', 'Row 2: the column email is missing.', '\nname\n'],
    ['wrong_number_of_cells', 'Row 2: expected 2 cells, found 3.', 'name,email\nA,a@x,\n'],
    ['unclosed_quote', 'Row 4: a quotation mark is not closed.', 'name,email\n\nA,a@x\n"B,b@x\nC,c@x'],
    ['stray_quote', 'Row 2: there is a quotation mark in the middle of a cell.', 'name,email\nA"B,a@x\n'],
    [
      'too_many_rows',
      'Row 10002: there are more than 10000 rows.',
      `name,email\n${'A,a@x\n'.repeat(MAX_ROWS + 1)}`,
    ],
    ['wrong_number_of_cells', 'Row 2: there are more than 100 cells.', `name,email\n${','.repeat(100)}`],
  ])('refuses with %s: %s', async (code, message, text) => {
    expect(await refusalOf(text)).toEqual([message, code]);
  });

  describe('a file of blank rows', () => {
    it('before the header does not make later rows uneven', async () => {
      const text = `;;\n${'\n'.repeat(12_000)}name;email\n${'A;a@x\n'.repeat(1_500)};\n`;
      expect((await parseCustomerFile(text)).rows).toHaveLength(1_500);
    });

    it('is accepted up to the limit, because spreadsheets leave blank rows at the end', async () => {
      const { rows } = await parseCustomerFile(`name,email\nA,a@x\n${',\n'.repeat(19_998)}`);
      expect(rows).toHaveLength(1);
    });
  });
});
