import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** The filters of a list, which stand in the address: a reload, the back button and a sent link show the same. */
export function useUrlFilters<Name extends string>(
  names: readonly Name[],
): {
  readonly values: Readonly<Partial<Record<Name, string>>>;
  readonly any: boolean;
  /** Empty: no such filter. Begins with the first page again. */
  readonly set: (name: Name, value: string) => void;
  readonly clear: () => void;
} {
  const [search, setSearch] = useSearchParams();
  const values = Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  ) as Partial<Record<Name, string>>;
  const set = useCallback(
    (name: Name, value: string): void => {
      setSearch(
        (before) => {
          if (value === '') before.delete(name);
          else before.set(name, value);
          return before;
        },
        { replace: true },
      );
    },
    [setSearch],
  );
  const clear = (): void => {
    setSearch((before) => {
      for (const name of names) before.delete(name);
      return before;
    });
  };
  return { values, any: Object.keys(values).length > 0, set, clear };
}
