// What is marked in the texts for a team, a moment after the writer pauses.
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import type { KindMark } from '../release-check/index.js';
import { PACK_MARKS } from './team-pack.operations.js';

const PAUSE = 500;
const NONE: readonly KindMark[] = [];

export function usePackMarks(text: string): { readonly marks: readonly KindMark[]; readonly complete: boolean } {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const [{ data, operation }] = useQuery({
    query: PACK_MARKS,
    variables: { text: paused },
    pause: paused.trim() === '',
    requestPolicy: 'network-only',
  });
  if (text.trim() === '') return { marks: NONE, complete: true };
  const answered = operation?.variables.text === text ? data?.packMarks : undefined;
  return { marks: answered ?? NONE, complete: answered !== undefined };
}
