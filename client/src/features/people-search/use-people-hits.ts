import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { PeopleHits } from '../../ui/shell/desk/people-hits.js';
import { hitsOf, NO_HITS } from './hits-view.js';
import { SEARCH_PEOPLE } from './people-search.operations.js';

const FIRST = 8;
// Whoever types pinyin strikes several keys for one character: the question waits for the pause.
const PAUSE_MS = 200;

/** The children and volunteers whom what was typed may mean; nobody, and no question, without the permission. */
export function usePeopleHits(typed: string): PeopleHits {
  const may = useMay();
  const wanted = typed.trim();
  const settled = useSettled(wanted);
  const pause = settled === '' || !may('person.search');
  const [{ data, error, fetching }] = useQuery({
    query: SEARCH_PEOPLE,
    variables: { query: settled, first: FIRST },
    pause,
    requestPolicy: 'network-only',
  });
  if (wanted === '' || !may('person.search')) return NO_HITS;
  if (wanted !== settled || fetching) return { ...hitsOf(data), state: 'SEARCHING' };
  return error ? { ...NO_HITS, state: 'FAILED' } : hitsOf(data);
}

/** The text once nobody has changed it for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
