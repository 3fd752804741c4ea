import { startTransition, useCallback, useOptimistic } from 'react';
import { useSearchParams } from 'react-router';

/** Writes the next address into the copy it is given. */
export type AddressChange = (params: URLSearchParams) => void;

/**
 * What the address says after its question mark, and how to change it without a new entry in the history.
 *
 * The router shows a new address in its own time, so that a page that loads does not blank the old one. A control must
 * not wait for that: it shows what was pressed at once, and the second of two quick presses builds on the first.
 */
export function useAddress(): readonly [URLSearchParams, (change: AddressChange) => void] {
  const [shown, navigate] = useSearchParams();
  const [asked, ask] = useOptimistic(shown);
  const change = useCallback(
    (write: AddressChange) =>
      startTransition(() => {
        const next = new URLSearchParams(window.location.search);
        write(next);
        ask(next);
        navigate(next, { replace: true });
      }),
    [ask, navigate],
  );
  return [asked, change];
}
