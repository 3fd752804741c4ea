import { useState } from 'react';
import { dropDraft, keepDraft, readDraft } from './draft.js';

/**
 * As useState, for what is written into a form without fields of its own, such as a signature: it is kept until `forget`
 * says that it has arrived, or the page is left for good.
 */
export function useKeptState<Values extends object>(
  draft: string,
  initial: Values,
): readonly [values: Values, change: (to: Partial<Values>) => void, forget: () => void] {
  const [values, setValues] = useState<Values>(() => ({ ...initial, ...readDraft(sessionStorage, draft) }));
  const change = (to: Partial<Values>): void =>
    setValues((now) => {
      const next = { ...now, ...to };
      keepDraft(sessionStorage, draft, next, []);
      return next;
    });
  return [values, change, () => dropDraft(sessionStorage, draft)];
}
