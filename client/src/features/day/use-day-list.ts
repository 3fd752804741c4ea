import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { failureOf } from '../../app/graphql/failure.js';
import { useViewer } from '../../app/session/session-context.js';
import { readFragment } from '../../gql/index.js';
import type { CheckInGuestMutation } from '../../gql/graphql.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { LET_IN, LET_OUT, REFUSED_PARTS } from './day.operations.js';
import { forgetLine, keepLine, keptLines, type KeptLine, type SendAnswer } from './kept-list.js';
import { sendLines } from './sending.js';

export type PutAnswer =
  | { readonly kind: 'DONE' }
  | { readonly kind: 'KEPT' }
  | { readonly kind: 'LOST' }
  | { readonly kind: 'REFUSED'; readonly why: string };

/** Lets people in and out by the list; without a connection it keeps each line and sends it when the line is back. */
export function useDayList(activityId: string, reload: () => void) {
  const client = useClient();
  const { id: owner } = useViewer();
  const [waiting, setWaiting] = useState<readonly KeptLine[]>([]);
  const [refused, setRefused] = useState<readonly string[]>([]);

  const ask = useCallback(
    async ({ personId, way, minute, otherTasks }: KeptLine, now: boolean) => {
      const who = { activityId, personId, ...(now ? {} : { minute }) };
      const { data, error } =
        way === 'IN'
          ? await client.mutation(LET_IN, { input: { ...who, otherTasks } }).toPromise()
          : await client.mutation(LET_OUT, { input: who }).toPromise();
      return { outcome: data?.outcome, offline: error !== undefined && failureOf(error).kind === 'OFFLINE' };
    },
    [client, activityId],
  );

  const look = useCallback(async (): Promise<void> => {
    const rows = await keptLines({ owner, activityId }).catch(() => []);
    setWaiting(rows.map(({ line }) => line));
  }, [owner, activityId]);

  const flush = useCallback(async (): Promise<void> => {
    const send = async (line: KeptLine): Promise<SendAnswer> => {
      const { outcome } = await ask(line, false);
      if (!outcome) return 'LATER';
      return outcome.__typename === 'ActivityDay' ? 'ARRIVED' : 'REFUSED';
    };
    // One page at a time: two would ask twice, though the server counts it once.
    await navigator.locks.request('tongxing-day', async () => {
      const rows = await keptLines({ owner, activityId });
      if (rows.length === 0) return;
      const sent = await sendLines(rows, send, forgetLine);
      if (sent.refused.length > 0) setRefused((before) => [...before, ...sent.refused]);
      if (sent.arrived + sent.refused.length > 0) reload();
    });
    await look();
  }, [ask, look, owner, activityId, reload]);

  useEffect(() => {
    const quietly = (): void => void flush().catch(() => undefined);
    quietly();
    window.addEventListener('online', quietly);
    return () => window.removeEventListener('online', quietly);
  }, [flush]);

  const put = useCallback(
    async (line: KeptLine): Promise<PutAnswer> => {
      const { outcome, offline } = await ask(line, true);
      if (outcome?.__typename === 'ActivityDay') return { kind: 'DONE' };
      if (outcome) return { kind: 'REFUSED', why: whyOf(outcome) };
      if (!offline) return { kind: 'LOST' };
      try {
        await keepLine(newRequestId(), { owner, activityId }, line);
        await look();
        return { kind: 'KEPT' };
      } catch {
        return { kind: 'LOST' };
      }
    },
    [ask, look, owner, activityId],
  );

  return { put, waiting, refused };
}

const whyOf = (outcome: CheckInGuestMutation['outcome']): string =>
  outcome.__typename === 'CheckInRefused' ? readFragment(REFUSED_PARTS, outcome).why : outcome.__typename;
