// The marks of what is being written: at once by what any text shows, a moment later by whom the agency knows.
import { checkText } from '@tongxing/shared/release-check';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import type { FindingKind } from '../../gql/graphql.js';
import type { Mark } from './marks-view.js';
import { RELEASE_CHECK } from './release-check.operations.js';

/** The server is asked once the writer pauses. */
const PAUSE = 500;

export interface KindMark extends Mark {
  readonly kind: FindingKind;
}
export interface Marks {
  readonly marks: readonly KindMark[];
  /** Whether names that the agency knows have been looked for in this very text. */
  readonly complete: boolean;
}

export function useMarks(childId: string, text: string): Marks {
  const paused = usePaused(text);
  const [{ data, operation }] = useQuery({
    query: RELEASE_CHECK,
    variables: { childId, text: paused },
    pause: paused.trim() === '',
    requestPolicy: 'network-only',
  });
  if (text.trim() === '') return { marks: [], complete: true };
  const answered = operation?.variables.text === text ? data?.releaseCheck : undefined;
  if (answered) return { marks: answered, complete: true };
  const plain = checkText(text).map(({ certainty, ...mark }) => ({ ...mark, sure: certainty === 'SURE' }));
  return { marks: plain, complete: false };
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
