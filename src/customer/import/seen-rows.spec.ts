import { SeenRows } from './seen-rows.js';

describe('the rows seen so far', () => {
  it('say which row dealt with a customer, and with an address', () => {
    const seen = new SeenRows();
    seen.claim(2, 'a', 'ada@x', 'countess@x');
    expect([seen.ofCustomer('a'), seen.ofAddress('ada@x'), seen.thatGaveUp('countess@x')]).toEqual([2, 2, 2]);
    expect([seen.ofCustomer('b'), seen.ofAddress('countess@x'), seen.thatGaveUp('ada@x')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('say of nobody that they were dealt with', () => {
    const nobody = undefined as unknown as string;
    const seen = new SeenRows(new Map([[nobody, 2]]));
    expect(seen.ofCustomer(undefined)).toBeUndefined();
    seen.claim(3, 'a', 'ada@x');
    expect(seen.thatGaveUp(nobody)).toBeUndefined();
  });

  it('forget a row that did not come about, but not what a customer has left', () => {
    const seen = new SeenRows();
    seen.claim(2, 'a', 'ada@x', 'countess@x');
    seen.claim(3, 'b', 'ben@x');
    seen.disclaim('a', 'ada@x');
    expect([seen.ofCustomer('a'), seen.ofAddress('ada@x'), seen.thatGaveUp('countess@x')]).toEqual([
      undefined,
      undefined,
      2,
    ]);
    expect([seen.ofCustomer('b'), seen.ofAddress('ben@x')]).toEqual([3, 3]);
  });

  it('go their own way as a copy', () => {
    const seen = new SeenRows();
    seen.claim(2, 'a', 'ada@x', 'countess@x');
    const copy = seen.copy();
    copy.claim(3, 'b', 'ben@x', 'benjamin@x');
    copy.disclaim('a', 'ada@x');
    expect([copy.thatGaveUp('countess@x'), copy.ofCustomer('b'), copy.ofAddress('ben@x')]).toEqual([2, 3, 3]);
    expect([seen.ofCustomer('a'), seen.ofAddress('ada@x')]).toEqual([2, 2]);
    expect([seen.ofCustomer('b'), seen.ofAddress('ben@x'), seen.thatGaveUp('benjamin@x')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
