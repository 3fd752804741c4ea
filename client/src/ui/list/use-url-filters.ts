import { useCallback } from 'react';
import { useAddress } from './use-address.js';

/** Filters live in the address: a filtered list can be reloaded, sent to a colleague and gone back to. */
export function useUrlFilters<Key extends string>(keys: readonly Key[]) {
  const [params, change] = useAddress();
  const values = Object.fromEntries(keys.map((key) => [key, params.get(key) ?? ''])) as Readonly<Record<Key, string>>;
  const set = useCallback(
    (key: Key, value: string) =>
      change((next) => {
        if (value === '') next.delete(key);
        else next.set(key, value);
      }),
    [change],
  );
  const clear = useCallback(
    () =>
      change((next) => {
        for (const key of keys) next.delete(key);
      }),
    [change, keys],
  );
  const active = keys.some((key) => values[key] !== '');
  return { values, set, clear, active };
}
