import { parseCustomers, decodeText } from './customer-table.js';

const rowsOf = (text: string): unknown => {
  const table = parseCustomers(text);
  return 'rows' in table ? table.rows.map(({ row, values }) => [row, values.name, values.email]) : table;
};

describe('a file of customers', () => {
  it('numbers its rows as a spreadsheet does, and skips blank ones', () => {
    expect(rowsOf('name,email\nAnn,a@example.com\n\n,\nBob,b@example.com\n')).toEqual([
      [2, 'Ann', 'a@example.com'],
      [5, 'Bob', 'b@example.com'],
    ]);
  });

  it('counts a cell with a line break as one row', () => {
    expect(rowsOf('name,email\r\n"Ann\r\nLee",a@example.com\r\nBob,b@example.com')).toEqual([
      [2, 'Ann\r\nLee', 'a@example.com'],
      [3, 'Bob', 'b@example.com'],
    ]);
  });

  it.each([
    ['\uFEFFE-Mail;Name\na@example.com;Ann', 'semicolons, a byte order mark, another order'],
    ['Nombre\tCorreo electrónico\nAnn\ta@example.com', 'tabs and Spanish headings'],
    ['Full name,City,E-mail address\nAnn,Reno,a@example.com', 'columns of others'],
    ['name , email \n Ann , a@example.com ', 'blanks'],
  ])('reads %j: %s', (text) => {
    expect(rowsOf(text)).toEqual([[2, 'Ann', 'a@example.com']]);
  });

  it('lists the used and the ignored columns', () => {
    expect(parseCustomers('phone,City,name,email\n1,Reno,Ann,a@example.com')).toMatchObject({
      columns: ['name', 'email', 'phone'],
      unused: ['City'],
    });
  });

  it('removes the escape of formulas, and nothing else', () => {
    expect(parseCustomers("name,email,phone\n'Ann,a@example.com,'+1 555 0100")).toMatchObject({
      rows: [{ values: { name: "'Ann", phone: '+1 555 0100' } }],
    });
  });

  it('marks a row with more cells than columns, and fills up a short one', () => {
    expect(parseCustomers('name,email,phone\nLee, Ann,a@example.com,1\nBob,b@example.com')).toMatchObject({
      rows: [{ tooWide: true }, { tooWide: false, values: { phone: '' } }],
    });
  });

  it.each([
    ['', { problem: 'empty' }],
    ['name,email\n', { problem: 'empty' }],
    ['name,phone\nAnn,1', { problem: 'missing_column', column: 'email' }],
    ['name,email,Correo\nAnn,a@example.com,b@example.com', { problem: 'column_twice', column: 'email' }],
    ['name,email\nAnn,a@example.com\n"Bob,b@example.com\n', { problem: 'broken_quotes', row: 3 }],
  ])('does not read %j', (text, why) => {
    expect(parseCustomers(text)).toEqual(why);
  });
});

const bytesOf = (text: string, encoding: BufferEncoding): Uint8Array => Buffer.from(text, encoding);

describe('the text of a file', () => {
  it('is read as UTF-8, with and without a byte order mark', () => {
    expect(decodeText(bytesOf('Ñandú', 'utf8'))).toBe('Ñandú');
    expect(decodeText(bytesOf('\uFEFFÑandú', 'utf8'))).toBe('Ñandú');
  });

  it('is read as Excel writes it, new and old', () => {
    expect(decodeText(bytesOf('\uFEFFÑandú', 'utf16le'))).toBe('Ñandú');
    expect(decodeText(bytesOf('Ñandú', 'latin1'))).toBe('Ñandú');
  });
});
