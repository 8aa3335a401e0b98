import { UsageStore, UsageStores } from './usage-store.js';

const SPAN = { seconds: 60, slotSeconds: 10 };
const AT = 1_900_000_000_000;

describe('UsageStore', () => {
  it('stays within its size under a flood of 100,000 keys, as does its queue of changes', () => {
    const book = new UsageStore(SPAN, 50_000);
    for (let key = 0; key < 100_000; key++) book.add(`address ${key}`, AT);
    expect(book.size).toBe(50_000);
    expect(book.takeChanged(100_000)).toHaveLength(50_000);
  });

  it('evicts the least recently used key, and only when it is full', () => {
    const book = new UsageStore(SPAN, 100);
    book.add('mine', AT);
    for (let key = 0; key < 99; key++) book.add(`other ${key}`, AT);
    expect(book.counterOf('mine').total(AT)).toBe(1);
    for (let key = 0; key < 99; key++) book.add(`another ${key}`, AT);
    expect(book.counterOf('mine').total(AT)).toBe(1);
    for (let key = 0; key < 100; key++) book.add(`yet another ${key}`, AT);
    expect(book.counterOf('mine').total(AT)).toBe(0);
  });

  it('adds up the uses of a key', () => {
    const book = new UsageStore(SPAN, 100);
    for (let use = 0; use < 3; use++) book.add('mine', AT);
    expect(book.counterOf('mine').total(AT)).toBe(3);
  });

  it('does not share a key again that was evicted meanwhile', () => {
    const book = new UsageStore(SPAN, 1);
    book.add('a', AT);
    const taken = book.takeChanged(1);
    book.add('b', AT);
    book.putBack(taken);
    expect(book.takeChanged(9).map(({ key }) => key)).toEqual(['b']);
  });

  it('does not store a key that is only read', () => {
    const book = new UsageStore(SPAN, 100);
    expect(book.counterOf('never used').total(AT)).toBe(0);
    expect(book.size).toBe(0);
  });

  it('returns each change once, and again when it could not be shared', () => {
    const book = new UsageStore(SPAN, 100);
    book.add('a', AT);
    book.add('b', AT);
    const taken = book.takeChanged(1);
    expect(taken.map(({ key }) => key)).toEqual(['a']);
    expect(book.takeChanged(9).map(({ key }) => key)).toEqual(['b']);
    expect(book.takeChanged(9)).toEqual([]);
    book.putBack(taken);
    expect(book.takeChanged(9)).toEqual(taken);
  });
});

describe('UsageStores', () => {
  it.each<[keyof UsageStores, number]>([
    ['requests', 70],
    ['codes', 660],
  ])('counts %s until %d seconds after the start of their slot', (which, seconds) => {
    const store = new UsageStores()[which];
    store.add('mine', AT);
    const { start } = store.counterOf('mine').unshared(AT)[0] ?? { start: NaN };
    const end = (start + seconds) * 1000;
    expect([end - 1, end].map((at) => store.counterOf('mine').total(at))).toEqual([1, 0]);
  });
});
