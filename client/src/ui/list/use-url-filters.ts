import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Filters live in the address: a filtered list can be reloaded, sent to a colleague and gone back to. */
export function useUrlFilters<Key extends string>(keys: readonly Key[]) {
  const [params, setParams] = useSearchParams();
  const values = Object.fromEntries(keys.map((key) => [key, params.get(key) ?? ''])) as Readonly<Record<Key, string>>;
  const set = useCallback(
    (key: Key, value: string) => {
      setParams(
        (previous) => {
          const next = new URLSearchParams(previous);
          if (value === '') next.delete(key);
          else next.set(key, value);
          return next;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  const clear = useCallback(
    () =>
      setParams(
        (previous) => {
          const next = new URLSearchParams(previous);
          for (const key of keys) next.delete(key);
          return next;
        },
        { replace: true },
      ),
    [keys, setParams],
  );
  const active = keys.some((key) => values[key] !== '');
  return { values, set, clear, active };
}
