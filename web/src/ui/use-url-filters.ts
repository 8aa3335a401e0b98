import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** The filters of a list. */
export interface UrlFilters<Name extends string> {
  /** Empty: the filter is not set. */
  readonly values: Readonly<Record<Name, string>>;
  /** Changes some filters and starts at the first page again. @param replace adds no entry to the browser's history */
  readonly change: (part: Readonly<Partial<Record<Name, string>>>, options?: { replace: boolean }) => void;
  readonly clear: () => void;
}

/**
 * Keeps the filters of a list in the address, so that a reload, the back button and a shared link show the same.
 * @param names the filters; the same array at every call
 */
export function useUrlFilters<Name extends string>(names: readonly Name[]): UrlFilters<Name> {
  const [search, setSearch] = useSearchParams();
  const values = useMemo(
    () => Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as Record<Name, string>,
    [names, search],
  );
  const change: UrlFilters<Name>['change'] = (part, options) => {
    setSearch((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries<string | undefined>(part)) {
        if (value === undefined || value === '') next.delete(name);
        else next.set(name, value);
      }
      return next;
    }, options);
  };
  const clear = (): void => {
    change(Object.fromEntries(names.map((name) => [name, ''])) as Partial<Record<Name, string>>);
  };
  return { values, change, clear };
}
