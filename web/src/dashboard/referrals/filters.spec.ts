import { filtersIn, filtersSet, queryOf } from './filters.js';

const filtersOf = (address: string): ReturnType<typeof filtersIn> => filtersIn(new URLSearchParams(address));

describe('the filters of an address', () => {
  it('are what the API is asked for', () => {
    const query = queryOf(
      filtersOf('q=+ana+&status=applied&referrer_customer_id=cus_1&sort=created_at&page=7'),
    );
    expect(query).toEqual({
      q: 'ana',
      status: 'applied',
      referrer_customer_id: 'cus_1',
      sort: 'created_at',
    });
  });

  it('are from the first day’s beginning to the last day’s end, where whoever looks is', () => {
    const { created_after, created_before } = queryOf(filtersOf('from=2026-05-01&to=2026-05-31'));
    expect(created_after).toBe(new Date(2026, 4, 1).toISOString());
    expect(created_before).toBe(new Date(2026, 5, 1).toISOString());
  });

  it.each(['', 'status=lost', 'from=2026-13-01', 'to=0202-05-01', 'from=yesterday', 'sort=name', 'q=++'])(
    'leave out what is none: %p',
    (address) => {
      expect(queryOf(filtersOf(address))).toEqual({});
      expect(filtersSet(filtersOf(address))).toBe(0);
    },
  );

  it('are counted, and the order is none', () => {
    expect(filtersSet(filtersOf('q=ana&from=2026-05-01&sort=created_at'))).toBe(2);
  });
});
