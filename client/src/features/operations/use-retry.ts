import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState } from 'react';
import { useMutation, type CombinedError } from 'urql';
import { tallyOf, type RetryOutcome, type RetryTally } from './dead-letter-view.js';
import { RETRY_DEAD_LETTER } from './operations.operations.js';

export interface Retry {
  readonly run: (ids: readonly string[]) => Promise<void>;
  /** Those being asked for now. */
  readonly busy: ReadonlySet<string>;
  /** Those whose content the server said is erased. */
  readonly emptied: ReadonlySet<string>;
  /** How many went back in line since the page was opened, or since `forget`. */
  readonly requeued: number;
  readonly forget: () => void;
  readonly fault: CombinedError | undefined;
}

const NONE: ReadonlySet<string> = new Set();

/** Puts jobs back in line, one after the other; stops at the first request that gets no answer. */
export function useRetry(done: (tally: RetryTally) => void): Retry {
  const [, send] = useMutation(RETRY_DEAD_LETTER);
  const [busy, setBusy] = useState(NONE);
  const [emptied, setEmptied] = useState(NONE);
  const [requeued, setRequeued] = useState(0);
  const [fault, setFault] = useState<CombinedError>();

  const ask = async (id: string): Promise<RetryOutcome | undefined> => {
    const { data, error } = await send({ id });
    if (!data) {
      setFault(error);
      return undefined;
    }
    const result = data.retryDeadLetter;
    switch (result.__typename) {
      case 'DeadLetter':
        return 'REQUEUED';
      case 'DeadLetterEmptied':
        setEmptied((known) => new Set([...known, id]));
        return 'EMPTIED';
      case 'NotFound':
        return 'GONE';
      default:
        return assertUnreachable(result);
    }
  };

  const run = async (ids: readonly string[]): Promise<void> => {
    if (busy.size > 0) return;
    setFault(undefined);
    setBusy(new Set(ids));
    const outcomes: RetryOutcome[] = [];
    for (const id of ids) {
      const outcome = await ask(id);
      if (!outcome) break;
      outcomes.push(outcome);
    }
    const tally = tallyOf(outcomes);
    setRequeued((before) => before + tally.REQUEUED);
    setBusy(NONE);
    if (outcomes.length > 0) done(tally);
  };

  return { run, busy, emptied, requeued, forget: () => setRequeued(0), fault };
}
