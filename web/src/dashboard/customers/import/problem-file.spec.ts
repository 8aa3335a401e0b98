import { parseCustomers, type CustomerTable } from './customer-table.js';
import { problemFile } from './problem-file.js';

const TABLE = parseCustomers(
  'name,email,phone\n"=HYPERLINK(""http://x"")",ann,+1 555\nBob,b@example.com,1\n',
) as CustomerTable;
const [ann] = TABLE.rows;
if (ann === undefined) throw new Error('there is no row');
const PROBLEMS = [
  { row: ann, field: 'email', code: 'is_email', message: 'email must be an e-mail address' },
  { row: ann, field: 'phone', code: 'of_tomorrow', message: '-no' },
];

describe('the file of rows that were not taken', () => {
  const file = problemFile(TABLE.columns, PROBLEMS, 'en');

  it('has each row once, with all its problems', () => {
    expect(file.trim().split('\r\n')).toEqual([
      'row,problem,name,email,phone',
      '2,email: This is not an e-mail address. It looks like name@example.com. phone: -no,' +
        `"'=HYPERLINK(""http://x"")",ann,'+1 555`,
    ]);
  });

  it('can be imported again unchanged', () => {
    expect(parseCustomers(file)).toMatchObject({
      columns: TABLE.columns,
      unused: ['row', 'problem'],
      rows: [{ values: ann.values }],
    });
  });
});
