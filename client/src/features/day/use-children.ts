import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { failureOf } from '../../app/graphql/failure.js';
import { useViewer } from '../../app/session/session-context.js';
import type { WriteActivityChildInput } from '../../gql/graphql.js';
import { WRITE_CHILD } from './children.operations.js';
import { forgetChild, keepChild, keptChildren } from './kept-children.js';

export type ChildAnswer =
  | { readonly kind: 'DONE' }
  | { readonly kind: 'KEPT' }
  | { readonly kind: 'LOST' }
  | { readonly kind: 'STALE' }
  | { readonly kind: 'REFUSED'; readonly codes: readonly string[] };
export type WriteChild = (input: WriteActivityChildInput) => Promise<ChildAnswer>;

/** Writes children's parts; without a connection they wait on this device, sealed, and go when the line is back. */
export function useChildren(activityId: string, reload: () => void) {
  const client = useClient();
  const { id: owner } = useViewer();
  const [waiting, setWaiting] = useState<readonly WriteActivityChildInput[]>([]);
  const [refused, setRefused] = useState<readonly string[]>([]);

  const ask = useCallback(
    async (input: WriteActivityChildInput) => {
      const { data, error } = await client.mutation(WRITE_CHILD, { input }).toPromise();
      return { outcome: data?.outcome, offline: error !== undefined && failureOf(error).kind === 'OFFLINE' };
    },
    [client],
  );
  const look = useCallback(async (): Promise<void> => {
    const kept = await keptChildren(owner, activityId).catch(() => []);
    setWaiting(kept.map(({ input }) => input));
  }, [owner, activityId]);

  const flush = useCallback(async (): Promise<void> => {
    // One page at a time: the second of two would be told that it changed.
    await navigator.locks.request('tongxing-day-children', async () => {
      let answered = 0;
      for (const { id, input } of await keptChildren(owner, activityId)) {
        const { outcome } = await ask(input);
        if (!outcome) break;
        await forgetChild(id);
        answered += 1;
        if (outcome.__typename !== 'ActivityChildren') setRefused((before) => [...before, input.childId]);
      }
      if (answered > 0) reload();
    });
    await look();
  }, [ask, look, owner, activityId, reload]);

  useEffect(() => {
    const quietly = (): void => void flush().catch(() => undefined);
    quietly();
    window.addEventListener('online', quietly);
    return () => window.removeEventListener('online', quietly);
  }, [flush]);

  const write = useCallback<WriteChild>(
    async (input) => {
      const { outcome, offline } = await ask(input);
      switch (outcome?.__typename) {
        case 'ActivityChildren':
          return { kind: 'DONE' };
        case 'InvalidInput':
          return { kind: 'REFUSED', codes: outcome.fields.map(({ field, code }) => `${field} ${code}`) };
        case 'StaleVersion':
          return { kind: 'STALE' };
        case 'NotFound':
          return { kind: 'REFUSED', codes: [] };
        case undefined:
          break;
      }
      if (!offline) return { kind: 'LOST' };
      try {
        await keepChild(owner, input);
        await look();
        return { kind: 'KEPT' };
      } catch {
        return { kind: 'LOST' };
      }
    },
    [ask, look, owner],
  );
  return { write, waiting, refused };
}
