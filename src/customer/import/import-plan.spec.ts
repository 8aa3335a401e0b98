import { type ImportPlan, type ExistingCustomer, planImport, type RequestedCustomer } from './import-plan.js';
import { SeenRows } from './seen-rows.js';

const ADA: ExistingCustomer = { id: 'a', name: 'Ada', email: 'ada@x', phone: '1', erased: false };
const BEN: ExistingCustomer = { id: 'b', name: 'Ben', email: 'ben@x', phone: null, erased: false };
const GONE: ExistingCustomer = {
  id: 'g',
  name: '[erased]',
  email: 'g@erased.invalid',
  phone: null,
  erased: true,
};

const planOf = (
  rows: Omit<RequestedCustomer, 'row'>[],
  known = [ADA, BEN, GONE],
  seen = new SeenRows(),
): ImportPlan<ExistingCustomer> =>
  planImport(
    rows.map((row, index) => ({ row: index + 2, ...row })),
    known,
    seen,
    () => 'new',
  );

describe('planImport', () => {
  it('creates an unknown customer with the given id or a new one', () => {
    const { creations } = planOf([
      { name: 'Cleo', email: 'cleo@x' },
      { id: 'd', name: 'Dan', email: 'dan@x' },
    ]);
    expect(creations.map(({ id }) => id)).toEqual(['new', 'd']);
  });

  it('updates a customer matched by id or address, in the fields that differ', () => {
    const { changes, unchanged } = planOf([
      { id: 'a', name: 'Ada', email: 'countess@x' },
      { name: 'Benjamin', email: 'ben@x', phone: '2' },
    ]);
    expect(changes.map(({ fields }) => fields)).toEqual([['email'], ['name', 'phone']]);
    expect(changes[0]?.after).toEqual({ ...ADA, email: 'countess@x' });
    expect(unchanged).toBe(0);
  });

  it('leaves a customer unchanged who matches the file', () => {
    expect(planOf([{ id: 'a', name: 'Ada', email: 'ada@x', phone: '1' }])).toMatchObject({
      unchanged: 1,
      changes: [],
    });
  });

  it.each([
    ['the address of another customer', { id: 'a', name: 'Ada', email: 'ben@x' }, 'email', 'email_taken'],
    [
      'the address of another customer for a new one',
      { id: 'n', name: 'N', email: 'ben@x' },
      'email',
      'email_taken',
    ],
    ['an erased customer', { id: 'g', name: 'G', email: 'g@x' }, 'id', 'customer_erased'],
  ])('refuses %s', (_, row, field, code) => {
    expect(planOf([row]).errors).toMatchObject([{ row: 2, field, code }]);
  });

  it('refuses a second row for a customer, by id or by address', () => {
    const { errors } = planOf([
      { name: 'Ada', email: 'ada@x' },
      { id: 'a', name: 'Ada', email: 'other@x' },
      { id: 'n', name: 'N', email: 'n@x' },
      { id: 'n', name: 'N', email: 'm@x' },
      { name: 'N', email: 'n@x' },
    ]);
    expect(errors.map(({ row, field, first_row }) => [row, field, first_row])).toEqual([
      [3, 'id', 2],
      [5, 'id', 4],
      [6, 'email', 4],
    ]);
  });

  it('explains the error of a row', () => {
    const { errors } = planOf([
      { id: 'g', name: 'G', email: 'g@x' },
      { id: 'n', name: 'N', email: 'ben@x' },
      { id: 'a', name: 'Ada', email: 'ada@x' },
      { id: 'a', name: 'Ada', email: 'ada@x' },
    ]);
    expect(errors.map(({ message }) => message)).toEqual([
      "this customer was erased and can't be changed",
      'another customer has this e-mail address',
      'row 4 has the same customer',
    ]);
  });

  it('does not let a failed row block a later one', () => {
    const { errors, changes } = planOf([
      { id: 'a', name: 'Ada', email: 'ben@x' },
      { id: 'a', name: 'Ada L', email: 'ada@x' },
    ]);
    expect([errors.length, changes.length]).toEqual([1, 1]);
  });

  it('treats a released address alike within one chunk and across two', () => {
    const leaving = { id: 'a', name: 'Ada', email: 'countess@x' };
    const [same, other] = [
      { name: 'Ada', email: 'ada@x' },
      { id: 'b', name: 'Ben', email: 'ada@x' },
    ];
    const together = planOf([leaving, same, other]).errors;
    const seen = new SeenRows();
    planOf([leaving], undefined, seen);
    const moved = [{ ...ADA, email: 'countess@x' }, BEN];
    const apart = planImport(
      [
        { row: 3, ...same },
        { row: 4, ...other },
      ],
      moved,
      seen,
      () => 'new',
    ).errors;
    expect(apart).toEqual(together);
    expect(together.map(({ code }) => code)).toEqual(['duplicate_row', 'email_taken']);
  });
});
