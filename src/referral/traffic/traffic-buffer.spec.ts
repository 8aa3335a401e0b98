import fc from 'fast-check';
import { TrafficBuffer, type TrafficKind } from './traffic-buffer.js';

const LAST_OF_DAY = new Date('2026-03-20T23:59:59.999Z');
const FIRST_OF_NEXT = new Date('2026-03-21T00:00:00.000Z');

describe('TrafficBuffer', () => {
  it('counts by tenant and by day in UTC', () => {
    const book = new TrafficBuffer(10);
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

  it('returns each count once', () => {
    const book = new TrafficBuffer(10);
    book.add('ten_a', LAST_OF_DAY, 'linkOpened');
    expect(book.takeAll()).toHaveLength(1);
    expect(book.takeAll()).toEqual([]);
  });

  it('adds counts that could not be written to the counts since', () => {
    const book = new TrafficBuffer(10);
    book.add('ten_a', LAST_OF_DAY, 'linkOpened');
    const taken = book.takeAll();
    book.add('ten_a', LAST_OF_DAY, 'linkOpened');
    book.putBack(taken);
    expect(book.takeAll()).toEqual([
      { tenantId: 'ten_a', day: '2026-03-20', linkOpened: 2, codeValidated: 0 },
    ]);
  });

  it('when full, counts on in existing entries and returns false for new ones', () => {
    const book = new TrafficBuffer(1);
    expect(book.add('ten_a', LAST_OF_DAY, 'linkOpened')).toBe(true);
    expect(book.add('ten_b', LAST_OF_DAY, 'linkOpened')).toBe(false);
    expect(book.add('ten_a', LAST_OF_DAY, 'codeValidated')).toBe(true);
    expect(book.takeAll()).toEqual([
      { tenantId: 'ten_a', day: '2026-03-20', linkOpened: 1, codeValidated: 1 },
    ]);
  });

  it('when full, adds what could not be written to existing entries only', () => {
    const book = new TrafficBuffer(2);
    for (const tenant of ['ten_a', 'ten_b']) book.add(tenant, LAST_OF_DAY, 'linkOpened');
    const taken = book.takeAll();
    for (const tenant of ['ten_c', 'ten_b']) book.add(tenant, LAST_OF_DAY, 'linkOpened');
    book.putBack(taken);
    expect(book.takeAll()).toMatchObject([
      { tenantId: 'ten_b', linkOpened: 2 },
      { tenantId: 'ten_c', linkOpened: 1 },
    ]);
  });

  it('neither loses nor invents counts, in any order of counts, writes and failures', () => {
    const step = fc.record({
      tenant: fc.constantFrom('ten_a', 'ten_b'),
      at: fc.constantFrom(LAST_OF_DAY, FIRST_OF_NEXT),
      kind: fc.constantFrom<TrafficKind>('linkOpened', 'codeValidated'),
      then: fc.constantFrom('nothing', 'written', 'refused'),
    });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const book = new TrafficBuffer(4);
        let written = 0;
        const total = (entries: ReturnType<TrafficBuffer['takeAll']>): number =>
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
