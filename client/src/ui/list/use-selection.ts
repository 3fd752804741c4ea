import { useState } from 'react';

export interface Selection {
  readonly keys: ReadonlySet<string>;
  /** Every row that the filter finds, also those that are not on the screen. */
  readonly all: boolean;
  readonly has: (key: string) => boolean;
  readonly toggle: (key: string) => void;
  readonly choose: (keys: readonly string[]) => void;
  readonly chooseAll: () => void;
  readonly clear: () => void;
}

interface Kept {
  readonly of: string;
  readonly keys: ReadonlySet<string>;
  readonly all: boolean;
}

/** Which rows are picked. `of` tells the list and its filter: another one begins with none. */
export function useSelection(of: string): Selection {
  const [kept, setKept] = useState<Kept>({ of, keys: new Set(), all: false });
  const now = kept.of === of ? kept : { of, keys: new Set<string>(), all: false };
  const keep = (keys: ReadonlySet<string>, all = false): void => setKept({ of, keys, all });
  return {
    keys: now.keys,
    all: now.all,
    has: (key) => now.all || now.keys.has(key),
    toggle: (key) => {
      const keys = new Set(now.keys);
      if (!keys.delete(key)) keys.add(key);
      keep(keys);
    },
    choose: (keys) => keep(new Set(keys)),
    chooseAll: () => keep(now.keys, true),
    clear: () => keep(new Set()),
  };
}
