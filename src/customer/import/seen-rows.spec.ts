import { SeenRows } from './seen-rows.js';

describe('SeenRows', () => {
  it('returns the row of a customer, of an address and of a released address', () => {
    const seen = new SeenRows();
    seen.add(2, 'a', 'ada@x', 'countess@x');
    expect([seen.rowOfCustomer('a'), seen.rowOfEmail('ada@x'), seen.rowThatReleased('countess@x')]).toEqual([
      2, 2, 2,
    ]);
    expect([seen.rowOfCustomer('b'), seen.rowOfEmail('countess@x'), seen.rowThatReleased('ada@x')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('returns no row for an unknown customer', () => {
    const nobody = undefined as unknown as string;
    const seen = new SeenRows(new Map([[nobody, 2]]));
    expect(seen.rowOfCustomer(undefined)).toBeUndefined();
    seen.add(3, 'a', 'ada@x');
    expect(seen.rowThatReleased(nobody)).toBeUndefined();
  });

  it('removes a row, but keeps the address that a customer has released', () => {
    const seen = new SeenRows();
    seen.add(2, 'a', 'ada@x', 'countess@x');
    seen.add(3, 'b', 'ben@x');
    seen.remove('a', 'ada@x');
    expect([seen.rowOfCustomer('a'), seen.rowOfEmail('ada@x'), seen.rowThatReleased('countess@x')]).toEqual([
      undefined,
      undefined,
      2,
    ]);
    expect([seen.rowOfCustomer('b'), seen.rowOfEmail('ben@x')]).toEqual([3, 3]);
  });

  it('copies independently', () => {
    const seen = new SeenRows();
    seen.add(2, 'a', 'ada@x', 'countess@x');
    const copy = seen.copy();
    copy.add(3, 'b', 'ben@x', 'benjamin@x');
    copy.remove('a', 'ada@x');
    expect([copy.rowThatReleased('countess@x'), copy.rowOfCustomer('b'), copy.rowOfEmail('ben@x')]).toEqual([
      2, 3, 3,
    ]);
    expect([seen.rowOfCustomer('a'), seen.rowOfEmail('ada@x')]).toEqual([2, 2]);
    expect([seen.rowOfCustomer('b'), seen.rowOfEmail('ben@x'), seen.rowThatReleased('benjamin@x')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
