import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type Filters, filtersIn } from './filters.js';

export interface Filtering {
  readonly filters: Filters;
  /** @param replace the browser's back button passes over what was before */
  readonly change: (part: Partial<Filters>, options?: { replace: boolean }) => void;
  readonly clear: () => void;
}

/** The filters, which the address keeps: a reload, the way back and a shared link have them. */
export function useFilters(): Filtering {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => filtersIn(search), [search]);
  const change: Filtering['change'] = (part, options) => {
    setSearch((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(part)) {
        if (value === '') next.delete(name);
        else next.set(name, value);
      }
      return next;
    }, options);
  };
  return {
    filters,
    change,
    clear: () => {
      setSearch({});
    },
  };
}
