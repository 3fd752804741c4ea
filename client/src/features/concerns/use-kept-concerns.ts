import { useCallback, useEffect } from 'react';
import { useClient } from 'urql';
import { failureOf } from '../../app/graphql/failure.js';
import { lastViewer } from '../../app/session/last-viewer.js';
import { useSession } from '../../app/session/session-context.js';
import type { RaiseConcernInput, SayByCardInput } from '../../gql/graphql.js';
import { RAISE_CONCERN, SAY_KEPT } from './concerns.operations.js';
import { changeKeptCount, useKeptCount } from './kept-count.js';
import { sendKept, type SendOutcome } from './kept-sending.js';
import { forget, keep, keptRows, reveal, type KeptRow } from './kept-store.js';

/** By a card it is nobody's account: whoever opens the page next sends it. */
const BY_CARD = 'card';
type Body = { readonly raise: RaiseConcernInput } | { readonly say: SayByCardInput };

const STORE = { rows: keptRows, forget: ({ id }: KeptRow) => forget(id) };

/** What waits on this device for a connection, and what came of it; sends by itself when the line is back. */
export function useKeptConcerns() {
  const client = useClient();
  const session = useSession();
  // Without a line nobody says who is there: it is whoever was there last, and the server asks again when it is sent.
  const owner = session.status === 'ready' ? session.viewer?.id : lastViewer();
  const count = useKeptCount();

  const flush = useCallback(async (): Promise<void> => {
    const send = async (row: KeptRow): Promise<SendOutcome> => {
      const body = JSON.parse(await reveal(row)) as Body;
      const { data, error } =
        'raise' in body
          ? await client.mutation(RAISE_CONCERN, { input: body.raise }).toPromise()
          : await client.mutation(SAY_KEPT, { input: body.say }).toPromise();
      if (error && !data) return failureOf(error).kind === 'FORBIDDEN' ? 'REFUSED' : 'LATER';
      const kind = data && ('raiseConcern' in data ? data.raiseConcern.__typename : data.sayByCard.__typename);
      if (kind === 'TooManyAttempts') return 'LATER';
      return kind === 'ConcernReceipt' || kind === 'CardHeard' ? 'ARRIVED' : 'REFUSED';
    };
    // One page at a time: two would ask twice, though the server would take it once.
    await navigator.locks.request('tongxing-kept', async () => {
      const round = await sendKept(STORE, (row) => row.owner === BY_CARD || row.owner === owner, send);
      changeKeptCount((before) => ({
        arrived: before.arrived + round.arrived,
        refused: before.refused + round.refused,
        waiting: round.waiting,
      }));
    });
  }, [client, owner]);

  useEffect(() => {
    // A device that keeps nothing has nothing to send.
    const quietly = (): void => void flush().catch(() => undefined);
    quietly();
    window.addEventListener('online', quietly);
    return () => window.removeEventListener('online', quietly);
  }, [flush]);

  const keepBody = useCallback(async (id: string, whose: string, body: Body): Promise<boolean> => {
    try {
      await keep(id, whose, JSON.stringify(body));
      changeKeptCount((before) => ({ ...before, waiting: before.waiting + 1 }));
      return true;
    } catch {
      return false;
    }
  }, []);

  return {
    count,
    /** False where this device cannot keep it: the words then say to call. */
    keepRaised: (raise: RaiseConcernInput) =>
      owner === undefined ? Promise.resolve(false) : keepBody(raise.requestId, owner, { raise }),
    keepSaid: (say: SayByCardInput) => keepBody(say.requestId, BY_CARD, { say }),
  };
}
