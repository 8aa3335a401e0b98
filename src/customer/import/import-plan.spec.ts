import { type ImportPlan, type KnownCustomer, planned, type WantedCustomer } from './import-plan.js';
import { SeenRows } from './seen-rows.js';

const ADA: KnownCustomer = { id: 'a', name: 'Ada', email: 'ada@x', phone: '1', erased: false };
const BEN: KnownCustomer = { id: 'b', name: 'Ben', email: 'ben@x', phone: null, erased: false };
const GONE: KnownCustomer = {
  id: 'g',
  name: '[erased]',
  email: 'g@erased.invalid',
  phone: null,
  erased: true,
};

const planOf = (
  rows: Omit<WantedCustomer, 'row'>[],
  known = [ADA, BEN, GONE],
  seen = new SeenRows(),
): ImportPlan<KnownCustomer> =>
  planned(
    rows.map((row, index) => ({ row: index + 2, ...row })),
    known,
    seen,
    () => 'new',
  );

describe('planned', () => {
  it('makes who is not known, by the id given or a new one', () => {
    const { creations } = planOf([
      { name: 'Cleo', email: 'cleo@x' },
      { id: 'd', name: 'Dan', email: 'dan@x' },
    ]);
    expect(creations.map(({ id }) => id)).toEqual(['new', 'd']);
  });

  it('changes who is known by id or address, and only what differs', () => {
    const { changes, unchanged } = planOf([
      { id: 'a', name: 'Ada', email: 'countess@x' },
      { name: 'Benjamin', email: 'ben@x', phone: '2' },
    ]);
    expect(changes.map(({ fields }) => fields)).toEqual([['email'], ['name', 'phone']]);
    expect(changes[0]?.after).toEqual({ ...ADA, email: 'countess@x' });
    expect(unchanged).toBe(0);
  });

  it('leaves who is as the file says', () => {
    expect(planOf([{ id: 'a', name: 'Ada', email: 'ada@x', phone: '1' }])).toMatchObject({
      unchanged: 1,
      changes: [],
    });
  });

  it.each([
    ['an address of another', { id: 'a', name: 'Ada', email: 'ben@x' }, 'email', 'email_taken'],
    [
      'an address of another for somebody new',
      { id: 'n', name: 'N', email: 'ben@x' },
      'email',
      'email_taken',
    ],
    ['somebody who was erased', { id: 'g', name: 'G', email: 'g@x' }, 'id', 'customer_erased'],
  ])('refuses %s', (_, row, field, code) => {
    expect(planOf([row]).errors).toMatchObject([{ row: 2, field, code }]);
  });

  it('deals with nobody twice, by whatever name', () => {
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

  it('says what is wrong with a row in words of its own', () => {
    const { errors } = planOf([
      { id: 'g', name: 'G', email: 'g@x' },
      { id: 'n', name: 'N', email: 'ben@x' },
      { id: 'a', name: 'Ada', email: 'ada@x' },
      { id: 'a', name: 'Ada', email: 'ada@x' },
    ]);
    expect(errors.map(({ message }) => message)).toEqual([
      'this customer was erased, and can not be changed',
      'another customer has this e-mail address',
      'row 4 is about the same customer',
    ]);
  });

  it('lets a row that failed stand in nobody’s way', () => {
    const { errors, changes } = planOf([
      { id: 'a', name: 'Ada', email: 'ben@x' },
      { id: 'a', name: 'Ada L', email: 'ada@x' },
    ]);
    expect([errors.length, changes.length]).toEqual([1, 1]);
  });

  it('says the same of an address that was given up, in one part of the file or in two', () => {
    const leaving = { id: 'a', name: 'Ada', email: 'countess@x' };
    const [same, other] = [
      { name: 'Ada', email: 'ada@x' },
      { id: 'b', name: 'Ben', email: 'ada@x' },
    ];
    const together = planOf([leaving, same, other]).errors;
    const seen = new SeenRows();
    planOf([leaving], undefined, seen);
    const moved = [{ ...ADA, email: 'countess@x' }, BEN];
    const apart = planned(
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
