import type { Page } from '../../src/core/http/page.js';
import type { CustomerAnswer } from '../../src/customer/customer.dto.js';
import type { ImportAnswer } from '../../src/customer/import/customer-import.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { aCustomer, anApiKey, anEmail, aTenant, type TestTenant } from '../support/factories.js';
import { eventsOf, expectProblem } from './expectations.js';
import { sendFile } from './import-files.js';

describe(`POST /api/customers/import`, () => {
  const app = useTestApp();
  let tenant: TestTenant;

  beforeEach(async () => (tenant = await aTenant(app)));

  const send = (
    file: string,
    headers: Record<string, string> = {},
    token = tenant.admin,
  ): Promise<Reply<ImportAnswer>> => sendFile<ImportAnswer>(app, token, file, headers);

  const imported = async (body: string): Promise<ImportAnswer> => {
    const reply = await send(body);
    expect(reply.status).toBe(200);
    return reply.body;
  };

  /** Returns all customers of the list, by name. */
  const people = async (): Promise<Omit<CustomerAnswer, 'created_at' | 'referral_code'>[]> => {
    const { body } = await app.get<Page<CustomerAnswer>>('/api/customers?limit=100', tenant.admin);
    return body.data
      .map(({ id, name, email, phone, status }) => ({ id, name, email, phone, status }))
      .toSorted((a, b) => a.name.localeCompare(b.name));
  };

  const auditOf = (): Promise<
    { action: string; target_id: string; actor: string; before: unknown; after: unknown }[]
  > =>
    app.database.sql(
      `select action, target_id, actor, before, after from audit_entry
        where tenant_id = $1 and action like 'customer.%' order by id`,
      [tenant.id],
    );

  /** Returns the tenant's events about customers. */
  const told = async (): Promise<string[]> =>
    (await eventsOf(app, tenant)).filter((type) => type.startsWith('customer.'));

  const NOTHING = { rows: 0, created: 0, updated: 0, unchanged: 0, failed: 0, errors: [] };

  describe('a good file', () => {
    it('creates customers, with a generated id or that of the file', async () => {
      const answer = await imported(
        'name,email,phone,id\nAda,Ada@Example.com,+1 555,cus_ada\nBen,ben@example.com,,\n',
      );
      expect(answer).toEqual({ ...NOTHING, rows: 2, created: 2 });
      const id = expect.stringMatching(/^cus_[a-z0-9]{26}$/) as string;
      expect(await people()).toEqual([
        { id: 'cus_ada', name: 'Ada', email: 'ada@example.com', phone: '+1 555', status: 'active' },
        { id, name: 'Ben', email: 'ben@example.com', phone: null, status: 'active' },
      ]);
    });

    it('is read as a shop wrote it, and the answer names the columns that were ignored', async () => {
      const answer = await imported(
        'sep=;\r\nFirst Name;Last Name;Email;Accepts Marketing;Phone\r\nAda;Lovelace;ada@example.com;yes;+1 555\r\n',
      );
      expect(answer).toEqual({ ...NOTHING, rows: 1, created: 1, ignored_columns: ['Accepts Marketing'] });
      expect(await people()).toMatchObject([
        { name: 'Ada Lovelace', email: 'ada@example.com', phone: '+1 555' },
      ]);
    });

    it('updates customers matched by id, or by address without an id, if they differ', async () => {
      await aCustomer(app, tenant, { id: 'a', name: 'Ada', email: 'ada@example.com' });
      await aCustomer(app, tenant, { id: 'b', name: 'Ben', email: 'ben@example.com' });
      await aCustomer(app, tenant, { id: 'c', name: 'Cleo', email: 'cleo@example.com' });
      const file =
        'id,email,name,phone\na,countess@example.com,Ada,\n,BEN@example.com,Benjamin,+1 556\nc,cleo@example.com,Cleo,\n';
      expect(await imported(file)).toEqual({ ...NOTHING, rows: 3, updated: 2, unchanged: 1 });
      expect(await people()).toMatchObject([
        { id: 'a', name: 'Ada', email: 'countess@example.com', phone: null },
        { id: 'b', name: 'Benjamin', email: 'ben@example.com', phone: '+1 556' },
        { id: 'c', name: 'Cleo', email: 'cleo@example.com', phone: null },
      ]);
      const [mailbox] = await app.database.sql(
        'select canonical_email from customer where tenant_id = $1 and id = $2',
        [tenant.id, 'a'],
      );
      expect(mailbox).toEqual({ canonical_email: 'countess@example.com' });
    });

    it('changes nothing when it is imported again', async () => {
      const file = `name,email,phone\n${Array.from({ length: 1200 }, (_, n) => `P ${n},p${n}@example.com,${n}`).join('\n')}`;
      expect(await imported(file)).toEqual({ ...NOTHING, rows: 1200, created: 1200 });
      const [before, audit] = [await told(), await auditOf()];
      expect(await imported(file)).toEqual({ ...NOTHING, rows: 1200, unchanged: 1200 });
      expect(await told()).toEqual(before);
      expect(await auditOf()).toEqual(audit);
      expect(await app.database.count('customer where tenant_id = $1', [tenant.id])).toBe(1200);
    });

    it('keeps the phone number without a column for it, and removes it if the cell is empty', async () => {
      await imported('name,email,phone\nAda,ada@example.com,+1 555\n');
      expect(await imported('name,email\nAda,ada@example.com\n')).toMatchObject({ unchanged: 1 });
      expect(await imported('name,email,phone\nAda,ada@example.com,\n')).toMatchObject({ updated: 1 });
      expect(await people()).toMatchObject([{ phone: null }]);
    });

    it('records an event and an audit entry per customer, as single calls do', async () => {
      await aCustomer(app, tenant, { id: 'a', name: 'Ada', email: 'ada@example.com' });
      await imported('id,name,email\na,Ada L,ada@example.com\nb,Ben,ben@example.com\n');
      expect(await told()).toEqual(['customer.created', 'customer.created', 'customer.updated']);
      const [, made, updated] = await auditOf();
      const actor = 'admin:usr_test';
      expect(made).toMatchObject({
        action: 'customer.created',
        target_id: 'b',
        actor,
        before: null,
        after: { id: 'b', name: 'Ben', email: 'ben@example.com', phone: null, status: 'active' },
      });
      expect(updated).toEqual({
        action: 'customer.updated',
        target_id: 'a',
        actor,
        before: { name: 'Ada' },
        after: { name: 'Ada L' },
      });
      const [event] = await app.database.sql(
        `select data from outbox_event where tenant_id = $1 and type = 'customer.updated'`,
        [tenant.id],
      );
      expect(event).toEqual({ data: { customer_id: 'a', fields: ['name'] } });
    });

    it.each([
      ['semicolons', 'name;email\nAda, Countess;ada@example.com\n'],
      ['tabs', 'name\temail\nAda, Countess\tada@example.com\n'],
      ['a byte order mark and CRLF', '\ufeffname,email\r\n"Ada, Countess",ada@example.com\r\n'],
      ['a header in any case, with blanks', ' NAME , E-Mail \n"Ada, Countess",ada@example.com'],
      [
        'blank rows and blanks around cells',
        '\n\nname,email\n,\n "Ada, Countess" ,  ada@example.com \n \n,,\n'
          .replace(' "Ada, Countess" ', '"Ada, Countess"')
          .replace('\n,,\n', '\n'),
      ],
    ])('may have %s', async (_, file) => {
      expect(await imported(file)).toEqual({ ...NOTHING, rows: 1, created: 1 });
      expect(await people()).toMatchObject([{ name: 'Ada, Countess', email: 'ada@example.com' }]);
    });

    it('requires the scope admin of an API key', async () => {
      const [admin, reads] = [await anApiKey(app, tenant, ['admin']), await anApiKey(app, tenant, ['read'])];
      expect((await send('name,email\n', {}, admin.key)).status).toBe(200);
      expectProblem(await send('name,email\n', {}, reads.key), 403, 'insufficient_scope');
    });

    it('is imported once per Idempotency-Key, and refused with another file', async () => {
      const key = { 'idempotency-key': 'customers-1' };
      const first = await send('name,email\nAda,ada@example.com\n', key);
      const again = await send('name,email\nAda,ada@example.com\n', key);
      expect(again.headers.get('idempotent-replayed')).toBe('true');
      expect(again.body).toEqual(first.body);
      expect(first.body).toEqual({ ...NOTHING, rows: 1, created: 1 });
      expectProblem(await send('name,email\nBen,ben@example.com\n', key), 422, 'idempotency_key_reused');
    });
  });

  describe('a row', () => {
    const errorsOf = async (file: string): Promise<unknown[]> => (await imported(file)).errors;

    it('fails alone, by the rules for creating a customer', async () => {
      const rows = [
        ['', 'a@example.com', ''],
        ['Ben', 'no address', ''],
        ['C'.repeat(201), 'c@example.com', '1'.repeat(41)],
        ['\u200b', 'd@example.com', '\u200b'],
        ['\u202eE', 'e\u200b@example.com', '\u202a+1 555 0100\u202c'],
        ['Dan', 'dan@example.com', ''],
      ];
      const { errors, ...counts } = await imported(
        `name,email,phone\n${rows.map((row) => row.join(',')).join('\n')}`,
      );
      expect(counts).toEqual({ rows: 6, created: 1, updated: 0, unchanged: 0, failed: 5 });
      for (const [index, [name, email, phone]] of rows.slice(0, 5).entries()) {
        const { body } = await app.post<{ errors: object[] }>(
          '/api/customers',
          { name, email, phone },
          tenant.admin,
        );
        expect(errors.filter(({ row }) => row === index + 2)).toEqual(
          body.errors.map((error) => ({ row: index + 2, ...error })),
        );
      }
      expect(await people()).toMatchObject([{ name: 'Dan' }]);
    });

    it('is numbered as in a spreadsheet, whatever precedes it', async () => {
      const file = 'name,email\n\n"Ada\nLovelace",ada@example.com\nBen,ben@example.com\n\nCleo,no\n';
      expect(await errorsOf(file)).toMatchObject([
        { row: 3, field: 'name', code: 'is_line' },
        { row: 6, field: 'email', code: 'is_email' },
      ]);
    });

    it('fails if another customer has its address, including one of the file', async () => {
      await aCustomer(app, tenant, { id: 'a', email: 'ada@example.com' });
      await aCustomer(app, tenant, { id: 'b', email: 'ben@example.com' });
      const errors = await errorsOf('id,name,email\nb,Ben,ADA@example.com\nc,Cleo,ben@example.com\n');
      expect(errors).toEqual(
        [2, 3].map((row) => ({
          row,
          field: 'email',
          code: 'email_taken',
          message: 'another customer has this e-mail address',
        })),
      );
    });

    it('fails if an earlier row has the same customer, and names that row', async () => {
      await aCustomer(app, tenant, { id: 'a', email: 'ada@example.com' });
      const file =
        'id,name,email\n,Ada,ada@example.com\na,Ada,ada@home.example\n,Ben,ben@example.com\n,Ben,Ben@Example.com\n';
      expect(await errorsOf(file)).toMatchObject([
        { row: 3, field: 'id', code: 'duplicate_row', first_row: 2 },
        { row: 5, field: 'email', code: 'duplicate_row', first_row: 4 },
      ]);
    });

    it('changes no erased customer; a row with their address creates a new one', async () => {
      await aCustomer(app, tenant, { id: 'a', email: 'ada@example.com' });
      await app.delete('/api/customers/a', tenant.admin);
      const answer = await imported('id,name,email\na,Ada,ada@example.com\n,Ada,ada@example.com\n');
      expect(answer.errors).toMatchObject([{ row: 2, field: 'id', code: 'customer_erased' }]);
      expect(answer).toMatchObject({ created: 1, failed: 1 });
      expect(await people()).toMatchObject([
        { id: 'a', name: '[erased]', status: 'inactive' },
        { name: 'Ada' },
      ]);
    });

    it.each([
      ['a NUL', 'name', 'A\u0000da,ada@example.com'],
      ['a formula as an id', 'id', 'Ada,ada@example.com,=1'],
      ['a cell of 4 MB', 'name', `${'A'.repeat(4_000_000)},ada@example.com`],
      ['an address of 1 MB', 'email', `Ada,${'a'.repeat(1_000_000)}@example.com`],
      ['a prototype as an id', undefined, 'Ada,ada@example.com,__proto__'],
    ])('with %s', async (_, field, row) => {
      const [name, email, id = ''] = row.split(',');
      const { errors } = await imported(`name,email,id\n${name},${email},${id}\n`);
      expect(errors.map((error) => error.field)).toEqual(field === undefined ? [] : [field]);
    });

    it('affects no customer of another tenant', async () => {
      const other = await aTenant(app);
      await aCustomer(app, other, { id: 'a', name: 'Theirs', email: 'ada@example.com' });
      expect(await imported('id,name,email\na,Ours,ada@example.com\n')).toMatchObject({ created: 1 });
      expect((await app.get('/api/customers/a', other.admin)).body).toMatchObject({ name: 'Theirs' });
    });
  });

  it('follows the same rules as single calls', async () => {
    const email = anEmail();
    await imported(`name,email\nAda,${email}\n`);
    expectProblem(
      await app.post('/api/customers', { name: 'Ada', email }, tenant.admin),
      409,
      'customer_exists',
    );
  });
});
