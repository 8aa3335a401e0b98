import { FILTER_NAMES, type Filters, filtersSet, queryOf, validFilters } from './filters.js';

function filtersOf(address: string): Filters {
  const search = new URLSearchParams(address);
  return validFilters(
    Object.fromEntries(FILTER_NAMES.map((name) => [name, search.get(name) ?? ''])) as Filters,
  );
}

describe('the filters of an address', () => {
  it('become the query of the API', () => {
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

  it('last from the start of the first day to the end of the last, in the viewer’s time zone', () => {
    const { created_after, created_before } = queryOf(filtersOf('from=2026-05-01&to=2026-05-31'));
    expect(created_after).toBe(new Date(2026, 4, 1).toISOString());
    expect(created_before).toBe(new Date(2026, 5, 1).toISOString());
  });

  it.each(['', 'status=lost', 'from=2026-13-01', 'to=0202-05-01', 'from=yesterday', 'sort=name', 'q=++'])(
    'ignore an invalid value: %p',
    (address) => {
      expect(queryOf(filtersOf(address))).toEqual({});
      expect(filtersSet(filtersOf(address))).toBe(0);
    },
  );

  it('are counted, without the sort order', () => {
    expect(filtersSet(filtersOf('q=ana&from=2026-05-01&sort=created_at'))).toBe(2);
  });
});
