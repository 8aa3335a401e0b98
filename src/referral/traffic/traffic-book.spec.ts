import fc from 'fast-check';
import { TrafficBook, type TrafficKind } from './traffic-book.js';

const LAST_OF_DAY = new Date('2026-03-20T23:59:59.999Z');
const FIRST_OF_NEXT = new Date('2026-03-21T00:00:00.000Z');

describe('TrafficBook', () => {
  it('counts by tenant and by day of UTC', () => {
    const book = new TrafficBook(10);
    book.add('ten_b', LAST_OF_DAY, 'linkOpened');
    book.add('ten_a', LAST_OF_DAY, 'codeValidated');
    book.add('ten_a', FIRST_OF_NEXT, 'linkOpened');
    book.add('ten_a', LAST_OF_DAY, 'codeValidated');
    expect(book.takeAll()).toEqual([
      { tenantId: 'ten_a', day: '2026-03-20', linkOpened: 0, codeValidated: 2 },
      { tenantId: 'ten_a', day: '2026-03-21', linkOpened: 1, codeValidated: 0 },
      { tenantId: 'ten_b', day: '2026-03-20', linkOpened: 1, codeValidated: 0 },
    ]);
  });

  it('hands out each count once', () => {
    const book = new TrafficBook(10);
    book.add('ten_a', LAST_OF_DAY, 'linkOpened');
    expect(book.takeAll()).toHaveLength(1);
    expect(book.takeAll()).toEqual([]);
  });

  it('takes back what could not be written, and adds what came meanwhile', () => {
    const book = new TrafficBook(10);
    book.add('ten_a', LAST_OF_DAY, 'linkOpened');
    const taken = book.takeAll();
    book.add('ten_a', LAST_OF_DAY, 'linkOpened');
    book.putBack(taken);
    expect(book.takeAll()).toEqual([
      { tenantId: 'ten_a', day: '2026-03-20', linkOpened: 2, codeValidated: 0 },
    ]);
  });

  it('goes on counting what it has when it is full, and says what it has no room for', () => {
    const book = new TrafficBook(1);
    expect(book.add('ten_a', LAST_OF_DAY, 'linkOpened')).toBe(true);
    expect(book.add('ten_b', LAST_OF_DAY, 'linkOpened')).toBe(false);
    expect(book.add('ten_a', LAST_OF_DAY, 'codeValidated')).toBe(true);
    expect(book.takeAll()).toEqual([
      { tenantId: 'ten_a', day: '2026-03-20', linkOpened: 1, codeValidated: 1 },
    ]);
  });

  it('loses and invents nothing, whatever is counted, written and refused, in whatever order', () => {
    const step = fc.record({
      tenant: fc.constantFrom('ten_a', 'ten_b'),
      at: fc.constantFrom(LAST_OF_DAY, FIRST_OF_NEXT),
      kind: fc.constantFrom<TrafficKind>('linkOpened', 'codeValidated'),
      then: fc.constantFrom('nothing', 'written', 'refused'),
    });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const book = new TrafficBook(4);
        let written = 0;
        const total = (entries: ReturnType<TrafficBook['takeAll']>): number =>
          entries.reduce((sum, { linkOpened, codeValidated }) => sum + linkOpened + codeValidated, 0);
        for (const { tenant, at, kind, then } of steps) {
          book.add(tenant, at, kind);
          if (then === 'nothing') continue;
          const taken = book.takeAll();
          if (then === 'written') written += total(taken);
          else book.putBack(taken);
        }
        expect(written + total(book.takeAll())).toBe(steps.length);
      }),
    );
  });
});
