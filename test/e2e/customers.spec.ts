import type { Page } from '../../src/core/http/page.js';
import type { CustomerAnswer } from '../../src/customer/customer.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import {
  aCustomer,
  anEmail,
  aReferrer,
  aTenant,
  type TestReferrer,
  type TestTenant,
} from '../support/factories.js';
import { changed, eventsOf, expectInvalid, expectProblem, pagesOf, stored } from './expectations.js';

const PATH = '/api/customers';

describe('/api/customers', () => {
  const app = useTestApp();
  let tenant: TestTenant;
  let other: TestTenant;

  beforeAll(async () => {
    tenant = await aTenant(app);
    other = await aTenant(app);
  });

  const create = (body: object, by = tenant): Promise<Reply<CustomerAnswer>> =>
    app.post<CustomerAnswer>(PATH, body, by.admin);
  const change = (id: string, body: object, by = tenant): Promise<Reply<CustomerAnswer>> =>
    app.patch<CustomerAnswer>(`${PATH}/${id}`, body, by.admin);
  const read = (id: string, by = tenant): Promise<Reply<CustomerAnswer>> =>
    app.get<CustomerAnswer>(`${PATH}/${id}`, by.admin);

  it('creates a customer, by default active and with a generated id', async () => {
    const { status, body } = await create({ name: 'John Doe', email: 'John.Doe@Example.com' });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: body.id,
      name: 'John Doe',
      email: 'john.doe@example.com',
      phone: null,
      status: 'active',
      created_at: body.created_at,
    });
    expect(body.id).toMatch(/^cus_[0-9a-z]{26}$/);
    expect((await read(body.id)).body).toEqual(body);
  });

  it('accepts an id, a phone number and a status', async () => {
    const given = {
      id: 'A-1_b',
      name: 'Jane',
      email: 'jane@example.com',
      phone: '+1 555 0100',
      status: 'inactive',
    };
    expect((await create(given)).body).toMatchObject(given);
    expect((await read('A-1_b')).body).toMatchObject(given);
  });

  it('allows one customer per e-mail address in each tenant, ignoring case', async () => {
    const email = anEmail();
    await create({ name: 'First', email });
    const before = await stored(app);
    expectProblem(await create({ name: 'Second', email: email.toUpperCase() }), 409, 'customer_exists');
    expect(await stored(app)).toEqual(before);
    expect((await create({ name: 'Elsewhere', email }, other)).status).toBe(201);
  });

  it('allows one customer per id in each tenant', async () => {
    await create({ id: 'cus_once', name: 'First', email: anEmail() });
    const before = await stored(app);
    const again = await create({ id: 'cus_once', name: 'Second', email: anEmail() });
    expectProblem(again, 409, 'customer_id_taken');
    expect(await stored(app)).toEqual(before);
    expect((await create({ id: 'cus_once', name: 'Elsewhere', email: anEmail() }, other)).status).toBe(201);
  });

  it.each(['', 'a b', 'a/b', 'é', "'", 'a'.repeat(65), 'a\n'])('refuses the id %j', async (id) => {
    expectInvalid(await create({ id, name: 'N', email: anEmail() }), 'id');
  });

  it.each<[object, object]>([
    [{ name: 'New Name' }, { name: 'New Name' }],
    [{ email: 'NEW@example.com' }, { email: 'new@example.com' }],
    [{ phone: '123' }, { phone: '123' }],
    [{ phone: null }, { phone: null }],
    [{ status: 'inactive' }, { status: 'inactive' }],
    [
      { name: 'A', phone: '9', status: 'active' },
      { name: 'A', phone: '9', status: 'active' },
    ],
    [{}, {}],
  ])('changes %j and nothing else', async (changes, expected) => {
    const own = await aTenant(app);
    const { body: before } = await create({ name: 'Old', email: 'old@example.com', phone: '0' }, own);
    const { status, body } = await change(before.id, changes, own);
    expect(status).toBe(200);
    expect(body).toEqual(changed(before, expected));
    expect((await read(before.id, own)).body).toEqual(body);
    const updated = Object.keys(changes).length > 0 ? ['customer.updated'] : [];
    expect(await eventsOf(app, own)).toEqual(['config.updated', 'customer.created', ...updated]);
  });

  it('refuses the address of another customer in a change, and accepts the own one', async () => {
    const [first, second] = [await aCustomer(app, tenant), await aCustomer(app, tenant)];
    const before = await stored(app);
    expectProblem(await change(second.id, { email: first.email }), 409, 'customer_exists');
    expect(await stored(app)).toEqual(before);
    expect((await change(first.id, { email: first.email.toUpperCase() })).body.email).toBe(first.email);
  });

  it.each([{ id: 'x' }, { created_at: '2026-01-01T00:00:00Z' }, { tenant_id: 'x' }])(
    'never changes %j',
    async (changes) => {
      const customer = await aCustomer(app, tenant);
      expectInvalid(await change(customer.id, changes), ...Object.keys(changes));
    },
  );

  it("neither shows nor changes another tenant's customer", async () => {
    const customer = await aCustomer(app, tenant);
    const before = await stored(app);
    expectProblem(await read(customer.id, other), 404, 'customer_not_found');
    expectProblem(await change(customer.id, { name: 'Mine' }, other), 404, 'customer_not_found');
    expectProblem(await change(customer.id, {}, other), 404, 'customer_not_found');
    expect(await stored(app)).toEqual(before);
  });

  describe('as a list', () => {
    let own: TestTenant;
    let dan: TestReferrer;

    beforeAll(async () => {
      own = await aTenant(app);
      dan = await aReferrer(app, own, { name: 'Dan Oak', email: 'dan@oak.example' });
      await create({ name: 'Ann Ash', email: 'ann@home.example' }, own);
      await create({ name: 'Bob Elm', email: 'bob@work.example', status: 'inactive' }, own);
      await create({ name: 'Cleo Ash', email: 'cleo_1@work.example' }, own);
    });

    it.each([
      ['', ['Cleo Ash', 'Bob Elm', 'Ann Ash', 'Dan Oak']],
      ['?status=active', ['Cleo Ash', 'Ann Ash', 'Dan Oak']],
      ['?q=%20%20cleo_1%20', ['Cleo Ash']],
      ['?status=inactive', ['Bob Elm']],
      ['?q=aSH', ['Cleo Ash', 'Ann Ash']],
      ['?q=WORK', ['Cleo Ash', 'Bob Elm']],
      ['?q=_', ['Cleo Ash']],
      ['?q=%25', []],
      ['?q=work&status=active', ['Cleo Ash']],
    ])('shows with "%s" %j, newest first', async (query, names) => {
      const { body } = await app.get<Page<CustomerAnswer>>(`${PATH}${query}`, own.admin);
      expect(body.data.map(({ name }) => name)).toEqual(names);
      expect(body).toMatchObject({ has_more: false, next_cursor: null });
    });

    it('shows the own code of who has one, and finds it however it is typed', async () => {
      const { code } = dan;
      for (const q of [code, code.toLowerCase(), ` ${code.slice(0, 4)}-${code.slice(4)} `, dan.id]) {
        const { body } = await app.get<Page<CustomerAnswer>>(`${PATH}?q=${encodeURIComponent(q)}`, own.admin);
        expect(body.data).toMatchObject([{ id: dan.id, referral_code: code }]);
      }
      expect((await read(dan.id, own)).body.referral_code).toBe(code);
    });

    it('is paged', async () => {
      const pages = await pagesOf<CustomerAnswer>(app, PATH, own.admin);
      expect(pages.map((page) => page.map(({ name }) => name))).toEqual([
        ['Cleo Ash', 'Bob Elm'],
        ['Ann Ash', 'Dan Oak'],
      ]);
    });

    it.each([
      ['status=gone', 'status'],
      ['q=', 'q'],
      ['name=Ann', 'name'],
    ])('refuses ?%s', async (query, field) => {
      expectInvalid(await app.get(`${PATH}?${query}`, own.admin), field);
    });
  });
});
